A machine whose own end comes before a drop does not count among those that the drop leaves or takes.
trainyard: 1
horizon: 3700 s
after_horizon: cut
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 5000 s}}, arrivals: {at: [0 s, 100 s]}}
fleet:
  spot:
    spot:
      gpu: g
      price: 3.60 USD/gpu-h
      interruptions: {life: 3550 s}
      notice: 2 min
      availability: {trace: spot.csv, format: trainyard}
strategies:
  only: {pools: [spot]}
---- spot.csv
t_s,available
0,2
3600,1
86400,1
----
job 1 a: submitted 0, queued 50, unfinished
  spot #1: 0 rework 3550 interrupted
  spot #3: 3550 rework 3600 interrupted
  spot #4: 3650 compute 3700 open
job 2 a: submitted 100, queued 50, unfinished
  spot #2: 100 rework 3650 interrupted
spot #1: 0..3550, notice 3430, lost
spot #2: 100..3650, notice 3530, lost
spot #3: 3550..3600, lost
spot #4: 3650..3700
