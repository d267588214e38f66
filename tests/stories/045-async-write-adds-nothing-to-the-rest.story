An asynchronous write under way adds nothing: the job finishes when the rest of its compute is at most the notice; the write is dropped.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 3600 s}, checkpoint: {write: 500 s, restore: 10 s, every: 1150 s, async: true}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 3600
  spot #1: 0 compute 3600 finished
spot #1: 0..3600, notice 3480
metric interruptions 0
metric reclaims 1
