A machine of the gang that has had its notice is given back when the gang is interrupted, not kept warm.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 60 s}}, arrivals: {at: [0 s]}}
  b:
    job: {gpus: 2, duration: {gpu: g, time: 4000 s}, checkpoint: {write: 140 s, restore: 10 s, every: 30 min}}
    arrivals: {at: [60 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot], idle_timeout: 5 min}
----
job 1 a: submitted 0, queued 0, finished 60
  spot #1: 0 compute 60 finished
job 2 b: submitted 60, queued 0, finished 5950
  spot #1+2: 60 compute 1860 checkpoint 2000 rework 3600 interrupted
  spot #3+4: 3600 restore 3610 compute 5410 checkpoint 5550 compute 5950 finished
spot #1: 0..3600, notice 3480, lost
spot #2: 60..3600, notice 3540
spot #3: 3600..6250
spot #4: 3600..6250
metric interruptions 1
metric reclaims 2
