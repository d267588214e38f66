Uniform progress pays for the fallback at once although the market is back in three minutes, and stays if it cannot write.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  x: {job: {duration: {gpu: g, time: 200 s}}, arrivals: {at: [0 s]}}
  due: {job: {duration: {gpu: g, time: 3000 s}}, arrivals: {at: [0 s]}, deadline: 8000 s}
fleet:
  spot:
    market: {gpu: g, price: 0.36 USD/h, interruptions: none, max_instances: 1}
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/h, boot: 50 s}
strategies:
  even: {pools: [market, cloud], deadline: {guard: uniform-progress, fallback: cloud}}
  net: {pools: [market, cloud], deadline: {guard: safety-net, fallback: cloud}}
----
strategy even
job 1 x: submitted 0, queued 0, finished 200
  market #1: 0 compute 200 finished
job 2 due: submitted 0, queued 1, finished 3051
  cloud #1: 1 boot 51 compute 3051 finished
market #1: 0..200
cloud #1: 1..3051
metric total_cost_usd 3.07
strategy net
job 1 x: submitted 0, queued 0, finished 200
  market #1: 0 compute 200 finished
job 2 due: submitted 0, queued 200, finished 3200
  market #1: 200 compute 3200 finished
market #1: 0..3200
metric total_cost_usd 0.32
