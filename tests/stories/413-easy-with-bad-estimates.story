Easy keeps its promise only as well as estimates are: a job of an hour and a half, taken for an hour, delays the gang.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 4000 s}}, arrivals: {at: [0 s]}}
  wide: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [10 s]}}
  logged: {trace: {file: log.csv, format: trainyard}}
fleet:
  rigs:
    rig: {gpu: g, gpus: 2, price: 1000 USD, life: 1000 d}
strategies:
  easy: {pools: [rig], queue: easy}
  fifo: {pools: [rig]}
---- log.csv
submit_s,gpus,work_gpu_h
20,1,1.5
5000,1,0.5
----
strategy easy
job 1 a: submitted 0, queued 0, finished 4000
  rig #1: 0 compute 4000 finished
job 2 wide: submitted 10, queued 5410, finished 6420
  rig #1: 5420 compute 6420 finished
job 3 logged: submitted 20, queued 0, finished 5420
  rig #1: 20 compute 5420 finished
job 4 logged: submitted 5000, queued 1420, finished 8220
  rig #1: 6420 compute 8220 finished
strategy fifo
job 1 a: submitted 0, queued 0, finished 4000
  rig #1: 0 compute 4000 finished
job 2 wide: submitted 10, queued 3990, finished 5000
  rig #1: 4000 compute 5000 finished
job 3 logged: submitted 20, queued 4980, finished 10400
  rig #1: 5000 compute 10400 finished
job 4 logged: submitted 5000, queued 0, finished 6800
  rig #1: 5000 compute 6800 finished
