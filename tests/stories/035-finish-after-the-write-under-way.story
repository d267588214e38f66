What is left of a write under way plus the rest is at most the notice: the write ends, then the job finishes.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 3540 s}, checkpoint: {write: 30 s, restore: 10 s, every: 1720 s}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 3600
  spot #1: 0 compute 1720 checkpoint 1750 compute 3470 checkpoint 3500 compute 3600 finished
spot #1: 0..3600, notice 3480
metric interruptions 0
metric reclaims 1
