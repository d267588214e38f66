What a notice makes of a job goes by how long its write would take, as crowded as the storage is then.
trainyard: 1
horizon: 1 h
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1500 s}, checkpoint: {size: 20 GB, every: 600 s}}, arrivals: {at: [0 s, 0 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1000 s}, notice: 30 s, shared: true}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 1590
  spot #1: 0 compute 600 checkpoint 640 compute 970 checkpoint 990 interrupted
  spot #3: 990 restore 1020 compute 1590 finished
job 2 a: submitted 0, queued 0, finished 1950
  spot #2: 0 compute 600 checkpoint 640 rework 1000 interrupted
  spot #4: 1000 restore 1030 compute 1630 checkpoint 1650 compute 1950 finished
spot #1: 0..990, notice 970
spot #2: 0..1000, notice 970, lost
spot #3: 990..1590
spot #4: 1000..1950
metric interruptions 2
metric reclaims 2
