`cut` in a write: the write is checkpoint so far, and what it would have saved counts as compute.
trainyard: 1
horizon: 1 h
after_horizon: cut
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 2 h}, checkpoint: {write: 720 s, restore: 10 s, every: 54 min}}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, unfinished
  cloud #1: 0 compute 3240 checkpoint 3600 open
cloud #1: 0..3600
metric compute_gpu_h 0.9
metric checkpoint_gpu_h 0.1
metric rework_gpu_h 0
