With `on_notice: ignore` there is no notice for anybody: no write, and an idle machine stays until it is lost.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 2500 s}, checkpoint: {write: 60 s, restore: 30 s, every: 30 min}}
    arrivals: {at: [0 s, 30 min]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 10 min}
strategies:
  only: {pools: [spot], on_notice: ignore, idle_timeout: 2 h}
----
job 1 a: submitted 0, queued 0, finished 2560
  spot #1: 0 compute 1800 checkpoint 1860 compute 2560 finished
job 2 a: submitted 1800, queued 0, finished 4360
  spot #2: 1800 compute 3600 checkpoint 3660 compute 4360 finished
spot #1: 0..3600, lost
spot #2: 1800..5400, lost
metric interruptions 0
metric reclaims 2
