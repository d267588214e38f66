A job that nothing helps goes on, regular writes included, even one that cannot end.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 3000 s}}, arrivals: {at: [0 s]}}
  b:
    job: {duration: {gpu: g, time: 4000 s}, checkpoint: {write: 180 s, restore: 30 s, every: 59 min}}
    arrivals: {at: [0 s]}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [cloud, spot]}
----
job 1 a: submitted 0, queued 0, finished 3000
  cloud #1: 0 compute 3000 finished
job 2 b: submitted 0, queued 0, finished 7780
  spot #1: 0 rework 3540 checkpoint 3600 interrupted
  cloud #2: 3600 compute 7140 checkpoint 7320 compute 7780 finished
cloud #1: 0..3000
spot #1: 0..3600, notice 3480, lost
cloud #2: 3600..7780
