A job whose rest takes at most the notice finishes, writing no more.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 3520 s}, checkpoint: {write: 10 s, restore: 10 s, every: 29 min}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot], idle_timeout: 10 min}
----
job 1 a: submitted 0, queued 0, finished 3530
  spot #1: 0 compute 1740 checkpoint 1750 compute 3530 finished
spot #1: 0..3530, notice 3480
metric interruptions 0
metric reclaims 1
