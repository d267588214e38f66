An asynchronous write under way that cannot end by the interruption goes on, and is lost with the machine.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 4000 s}, checkpoint: {write: 400 s, restore: 10 s, every: 1640 s, async: true}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 5970
  spot #1: 0 compute 1640 rework 3600 interrupted
  spot #2: 3600 restore 3610 compute 5970 finished
spot #1: 0..3600, notice 3480, lost
spot #2: 3600..5970
