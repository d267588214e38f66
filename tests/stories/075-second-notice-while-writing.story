A second machine's notice during the write that the first one called for changes nothing; both are given back when it ends.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 60 s}}, arrivals: {at: [0 s]}}
  b: {job: {gpus: 2, duration: {gpu: g, time: 4000 s}, checkpoint: {write: 100 s, restore: 10 s}}, arrivals: {at: [60 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot], idle_timeout: 5 min}
----
job 1 a: submitted 0, queued 0, finished 60
  spot #1: 0 compute 60 finished
job 2 b: submitted 60, queued 0, finished 4170
  spot #1+2: 60 compute 3480 checkpoint 3580 interrupted
  spot #3+4: 3580 restore 3590 compute 4170 finished
spot #1: 0..3580, notice 3480
spot #2: 60..3580, notice 3540
spot #3: 3580..4470
spot #4: 3580..4470
metric interruptions 1
metric reclaims 2
