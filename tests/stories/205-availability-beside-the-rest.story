Availability is in addition to `max_instances` and to interruptions of single instances.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1100 s}}, arrivals: {at: [0 s, 0 s, 0 s]}}
fleet:
  spot:
    spot:
      gpu: g
      price: 3.60 USD/gpu-h
      interruptions: {life: 20 min}
      max_instances: 2
      availability: {trace: spot.csv, format: trainyard}
strategies:
  only: {pools: [spot]}
---- spot.csv
t_s,available
0,3
1000,1
86400,1
----
job 1 a: submitted 0, queued 0, finished 1100
  spot #1: 0 compute 1100 finished
job 2 a: submitted 0, queued 100, finished 2300
  spot #2: 0 rework 1000 interrupted
  spot #1: 1100 rework 1200 interrupted
  spot #3: 1200 compute 2300 finished
job 3 a: submitted 0, queued 2300, finished 3500
  spot #3: 2300 rework 2400 interrupted
  spot #4: 2400 compute 3500 finished
spot #1: 0..1200, lost
spot #2: 0..1000, lost
spot #3: 1200..2400, lost
spot #4: 2400..3500
