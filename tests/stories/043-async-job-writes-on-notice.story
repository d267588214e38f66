An asynchronous job without a write under way stops at the notice, writes, and ends with the write.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 5000 s}, checkpoint: {write: 60 s, restore: 10 s, every: 30 min, async: true}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 5070
  spot #1: 0 compute 3480 checkpoint 3540 interrupted
  spot #2: 3540 restore 3550 compute 5070 finished
spot #1: 0..3540, notice 3480
spot #2: 3540..5070
metric checkpoint_gpu_h 0.016666666666666666
