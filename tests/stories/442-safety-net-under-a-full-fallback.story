A safety net keeps a job for the fallback, and does not look back at the market: wrong where the fallback is full.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  x: {job: {duration: {gpu: g, time: 2000 s}}, arrivals: {at: [0 s]}}
  due: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}, deadline: 3000 s}
  y: {job: {duration: {gpu: g, time: 2390 s}}, arrivals: {at: [10 s]}}
fleet:
  spot:
    market: {gpu: g, price: 1 USD/h, interruptions: none, max_instances: 1}
  on_demand:
    cloud: {gpu: g, price: 3 USD/h, boot: 100 s, max_instances: 1}
strategies:
  net: {pools: [market, cloud], deadline: {guard: safety-net, fallback: cloud}}
  none: {pools: [market, cloud], deadline: {guard: none}}
----
strategy net
job 1 x: submitted 0, queued 0, finished 2000
  market #1: 0 compute 2000 finished
job 2 due: submitted 0, queued 2500, finished 3500
  cloud #1: 2500 compute 3500 finished
job 3 y: submitted 10, queued 0, finished 2500
  cloud #1: 10 boot 110 compute 2500 finished
market #1: 0..2000
cloud #1: 10..3500
metric deadline_misses 1
strategy none
job 1 x: submitted 0, queued 0, finished 2000
  market #1: 0 compute 2000 finished
job 2 due: submitted 0, queued 0, finished 1100
  cloud #1: 0 boot 100 compute 1100 finished
job 3 y: submitted 10, queued 1090, finished 3490
  cloud #1: 1100 compute 3490 finished
market #1: 0..2000
cloud #1: 0..3490
metric deadline_misses 0
