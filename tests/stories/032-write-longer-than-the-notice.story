A job whose write takes longer than the notice goes on as if there were none.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 4000 s}, checkpoint: {write: 180 s, restore: 30 s, every: 30 min}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 6010
  spot #1: 0 compute 1800 checkpoint 1980 rework 3600 interrupted
  spot #2: 3600 restore 3630 compute 5430 checkpoint 5610 compute 6010 finished
spot #1: 0..3600, notice 3480, lost
spot #2: 3600..6010
