With `on_notice: ignore` a market warns nobody.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 5000 s}, checkpoint: {write: 60 s, restore: 30 s}}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot:
      gpu: g
      price: 3.60 USD/gpu-h
      interruptions: none
      notice: 2 min
      availability: {trace: spot.csv, format: trainyard}
strategies:
  only: {pools: [spot], on_notice: ignore}
---- spot.csv
t_s,available
0,1
3600,0
7200,1
86400,1
----
job 1 a: submitted 0, queued 3600, finished 12200
  spot #1: 0 rework 3600 interrupted
  spot #2: 7200 compute 12200 finished
spot #1: 0..3600, lost
spot #2: 7200..12200
