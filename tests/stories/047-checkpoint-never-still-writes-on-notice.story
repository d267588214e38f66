With `checkpoint: never` a job still writes on notice.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 5400 s}, checkpoint: {write: 60 s, restore: 30 s, every: 10 min}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot], checkpoint: never}
----
job 1 a: submitted 0, queued 0, finished 5490
  spot #1: 0 compute 3480 checkpoint 3540 interrupted
  spot #2: 3540 restore 3570 compute 5490 finished
spot #1: 0..3540, notice 3480
spot #2: 3540..5490
