Only those that a drop will take get a notice.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 5000 s}}, arrivals: {at: [0 s, 100 s]}}
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
86400,1
----
job 1 a: submitted 0, queued 0, finished 5000
  spot #1: 0 compute 5000 finished
job 2 a: submitted 100, queued 1400, finished 10000
  spot #2: 100 rework 3600 interrupted
  spot #1: 5000 compute 10000 finished
spot #1: 0..10000
spot #2: 100..3600, notice 3480, lost
metric reclaims 1
