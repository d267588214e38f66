A job in a load at its notice goes on as if there were none, and may finish before the interruption all the same.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 60 s}, load: 59 min, checkpoint: {write: 10 s, restore: 10 s, every: 30 s}}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 3620 s}, notice: 2 min}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 3610
  spot #1: 0 load 3540 compute 3570 checkpoint 3580 compute 3610 finished
spot #1: 0..3610, notice 3500
metric interruptions 0
metric reclaims 1
