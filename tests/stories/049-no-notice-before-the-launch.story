None is given at or before the launch: a notice as long as the machine's life is no notice.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 5000 s}, checkpoint: {write: 60 s, restore: 30 s, every: 30 min}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 1 h}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 6890
  spot #1: 0 compute 1800 checkpoint 1860 rework 3600 interrupted
  spot #2: 3600 restore 3630 compute 5430 checkpoint 5490 compute 6890 finished
spot #1: 0..3600, lost
spot #2: 3600..6890
metric reclaims 1
