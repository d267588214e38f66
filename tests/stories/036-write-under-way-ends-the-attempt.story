A write under way at the notice that ends before the interruption ends the attempt, when the rest of the work does not fit.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 3541 s}, checkpoint: {write: 30 s, restore: 10 s, every: 1720 s}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 3611
  spot #1: 0 compute 1720 checkpoint 1750 compute 3470 checkpoint 3500 interrupted
  spot #2: 3500 restore 3510 compute 3611 finished
spot #1: 0..3500, notice 3480
spot #2: 3500..3611
metric interruptions 1
