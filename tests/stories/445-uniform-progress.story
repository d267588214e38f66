Uniform progress: behind from 1 on, so to the fallback; at 1500 the market has room and 1449 s are ahead of 607 s: it moves.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  x: {job: {duration: {gpu: g, time: 1500 s}}, arrivals: {at: [0 s]}}
  due: {job: {duration: {gpu: g, time: 3000 s}, checkpoint: {write: 20 s, restore: 10 s}}, arrivals: {at: [0 s]}, deadline: 8000 s}
fleet:
  spot:
    market: {gpu: g, price: 1 USD/h, interruptions: none, max_instances: 1}
  on_demand:
    cloud: {gpu: g, price: 3 USD/h, boot: 50 s}
strategies:
  even: {pools: [market, cloud], deadline: {guard: uniform-progress, fallback: cloud}}
----
job 1 x: submitted 0, queued 0, finished 1500
  market #1: 0 compute 1500 finished
job 2 due: submitted 0, queued 1, finished 3081
  cloud #1: 1 boot 51 compute 1500 checkpoint 1520 moved
  market #2: 1520 restore 1530 compute 3081 finished
market #1: 0..1500
cloud #1: 1..1520
market #2: 1520..3081
metric interruptions 0
