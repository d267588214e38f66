A write that ends in the second of the interruption saves: at most the notice, and ends come before losses.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 5400 s}, checkpoint: {write: 120 s, restore: 30 s}}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 5550
  spot #1: 0 compute 3480 checkpoint 3600 interrupted
  spot #2: 3600 restore 3630 compute 5550 finished
spot #1: 0..3600, notice 3480
spot #2: 3600..5550
