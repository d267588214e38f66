When availability drops below what runs, the youngest go first, the higher number first among equals.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 5000 s}}, arrivals: {at: [0 s, 0 s, 100 s]}}
fleet:
  spot:
    spot:
      gpu: g
      price: 3.60 USD/gpu-h
      interruptions: none
      availability: {trace: spot.csv, format: trainyard}
strategies:
  only: {pools: [spot]}
---- spot.csv
t_s,available
0,3
1000,2
2000,1
6000,3
86400,3
----
job 1 a: submitted 0, queued 0, finished 5000
  spot #1: 0 compute 5000 finished
job 2 a: submitted 0, queued 3000, finished 10000
  spot #2: 0 rework 2000 interrupted
  spot #1: 5000 compute 10000 finished
job 3 a: submitted 100, queued 5000, finished 11000
  spot #3: 100 rework 1000 interrupted
  spot #4: 6000 compute 11000 finished
spot #1: 0..10000
spot #2: 0..2000, lost
spot #3: 100..1000, lost
spot #4: 6000..11000
metric interruptions 2
metric reclaims 2
