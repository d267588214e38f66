An asynchronous write under way at the interruption saves nothing.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 650 s}}, arrivals: {at: [0 s]}}
  b:
    job: {duration: {gpu: g, time: 900 s}, checkpoint: {write: 120 s, restore: 30 s, every: 10 min, async: true}}
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
job 2 b: submitted 0, queued 0, finished 1560
  spot #1: 0 rework 660 interrupted
  cloud #2: 660 compute 1560 finished
cloud #1: 0..650
spot #1: 0..660, lost
cloud #2: 660..1560
metric checkpoint_gpu_h 0
