A pilot run is an attempt of its own, counts as done, and gives the estimate by which sjf goes on: here without error.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  logged: {job: {pilot: {share: 25 %}}, trace: {file: log.csv, format: trainyard}}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
strategies:
  sjf: {pools: [rig], queue: sjf}
---- log.csv
submit_s,gpus,work_gpu_h
0,1,1.5
0,1,0.5
----
job 1 logged: submitted 0, queued 1800, finished 7200
  rig #1: 0 compute 1350 piloted
  rig #1: 3150 compute 7200 finished
job 2 logged: submitted 0, queued 1350, finished 3150
  rig #1: 1350 compute 1800 piloted
  rig #1: 1800 compute 3150 finished
