A write under way at the notice that cannot end by the interruption goes on, and is lost.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 3500 s}, checkpoint: {write: 200 s, restore: 10 s, every: 1640 s}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 5670
  spot #1: 0 compute 1640 checkpoint 1840 rework 3480 checkpoint 3600 interrupted
  spot #2: 3600 restore 3610 compute 5250 checkpoint 5450 compute 5670 finished
spot #1: 0..3600, notice 3480, lost
spot #2: 3600..5670
