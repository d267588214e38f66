A job past its estimate (the mean of its log, an hour) is taken to end next second: only what takes a second passes.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  logged: {trace: {file: log.csv, format: trainyard}}
  wide: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [3700 s]}}
  blink: {job: {duration: {gpu: g, time: 1 s}}, arrivals: {at: [4100 s]}}
  two: {job: {duration: {gpu: g, time: 2 s}}, arrivals: {at: [4200 s]}}
fleet:
  rigs:
    rig: {gpu: g, gpus: 2, price: 1000 USD, life: 1000 d}
strategies:
  easy: {pools: [rig], queue: easy}
---- log.csv
submit_s,gpus,work_gpu_h
0,1,1.5
4000,1,0.5
----
job 1 logged: submitted 0, queued 0, finished 5400
  rig #1: 0 compute 5400 finished
job 2 wide: submitted 3700, queued 1700, finished 6400
  rig #1: 5400 compute 6400 finished
job 3 logged: submitted 4000, queued 2400, finished 8200
  rig #1: 6400 compute 8200 finished
job 4 blink: submitted 4100, queued 0, finished 4101
  rig #1: 4100 compute 4101 finished
job 5 two: submitted 4200, queued 2200, finished 6402
  rig #1: 6400 compute 6402 finished
