A safety net opens the fallback, and it alone, once the time left is less than the work and two changeovers: at 1801.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  x: {job: {duration: {gpu: g, time: 5000 s}}, arrivals: {at: [0 s]}}
  due: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}, deadline: 3000 s}
  z: {job: {duration: {gpu: g, time: 500 s}}, arrivals: {at: [10 s]}}
fleet:
  spot:
    market: {gpu: g, price: 1 USD/h, interruptions: none, max_instances: 1}
  on_demand:
    cloud: {gpu: g, price: 3 USD/h, boot: 100 s}
strategies:
  net: {pools: [market, cloud], deadline: {guard: safety-net, fallback: cloud}}
----
job 1 x: submitted 0, queued 0, finished 5000
  market #1: 0 compute 5000 finished
job 2 due: submitted 0, queued 1801, finished 2901
  cloud #2: 1801 boot 1901 compute 2901 finished
job 3 z: submitted 10, queued 0, finished 610
  cloud #1: 10 boot 110 compute 610 finished
market #1: 0..5000
cloud #1: 10..610
cloud #2: 1801..2901
metric deadline_misses 0
