Without `repeat` the last value of a trace holds on.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 5000 s}}, arrivals: {at: [600 s]}}
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
0,1
500,0
1000,1
----
job 1 a: submitted 600, queued 400, finished 6000
  spot #1: 1000 compute 6000 finished
spot #1: 1000..6000
