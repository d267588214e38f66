Those that a drop will take get their notice before; until then as many can be had as the series says.
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
  only: {pools: [spot]}
---- spot.csv
t_s,available
0,1
3600,0
7200,1
86400,1
----
job 1 a: submitted 0, queued 3600, finished 8750
  spot #1: 0 compute 3480 checkpoint 3540 interrupted
  spot #2: 3540 restore 3570 rework 3600 interrupted
  spot #3: 7200 restore 7230 compute 8750 finished
spot #1: 0..3540, notice 3480
spot #2: 3540..3600, lost
spot #3: 7200..8750
metric interruptions 2
metric reclaims 2
