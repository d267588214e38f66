Of two drops within one notice each warns those that it takes; who came too late to be told goes without.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 5000 s}}, arrivals: {at: [0 s, 3500 s]}}
fleet:
  spot:
    spot:
      gpu: g
      price: 3.60 USD/gpu-h
      interruptions: none
      notice: 2 min
      availability: {trace: spot.csv, format: trainyard}
strategies:
  only: {pools: [spot]}
---- spot.csv
t_s,available
0,2
3600,1
3660,0
7200,2
86400,2
----
job 1 a: submitted 0, queued 3540, finished 12200
  spot #1: 0 rework 3660 interrupted
  spot #3: 7200 compute 12200 finished
job 2 a: submitted 3500, queued 3600, finished 12200
  spot #2: 3500 rework 3600 interrupted
  spot #4: 7200 compute 12200 finished
spot #1: 0..3660, notice 3540, lost
spot #2: 3500..3600, lost
spot #3: 7200..12200
spot #4: 7200..12200
metric reclaims 2
