An asynchronous write under way ends the attempt when it ends; what was computed meanwhile is rework.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 5000 s}, checkpoint: {write: 100 s, restore: 10 s, every: 1150 s, async: true}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 5110
  spot #1: 0 compute 3450 rework 3550 interrupted
  spot #2: 3550 restore 3560 compute 5110 finished
spot #1: 0..3550, notice 3480
spot #2: 3550..5110
