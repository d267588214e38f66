A blocking write that is interrupted saves nothing; what was done since the last safe point is rework, the write stays checkpoint.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 650 s}}, arrivals: {at: [0 s]}}
  b:
    job: {duration: {gpu: g, time: 900 s}, checkpoint: {write: 120 s, restore: 30 s, every: 10 min}}
    arrivals: {at: [0 s]}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 11 min}}
strategies:
  only: {pools: [cloud, spot]}
----
job 1 a: submitted 0, queued 0, finished 650
  cloud #1: 0 compute 650 finished
job 2 b: submitted 0, queued 0, finished 1680
  spot #1: 0 rework 600 checkpoint 660 interrupted
  cloud #2: 660 compute 1260 checkpoint 1380 compute 1680 finished
cloud #1: 0..650
spot #1: 0..660, lost
cloud #2: 660..1680
metric rework_usd 0.6
metric overhead_usd 0.18
metric useful_usd 1.55
