A trace replays real jobs; `job` gives what the trace does not say.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  log: {job: {load: 30 s}, trace: {file: log.csv, format: trainyard}}
fleet:
  rigs:
    rig: {gpu: g, gpus: 2, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig]}
---- log.csv
submit_s,gpus,work_gpu_h,team,deadline_s
0,1,0.5,x,1830
600,2,1,y,3029
----
job 1 log: submitted 0, queued 0, finished 1830
  rig #1: 0 load 30 compute 1830 finished
job 2 log: submitted 600, queued 1230, finished 3660
  rig #1: 1830 load 1860 compute 3660 finished
metric deadline_misses 1
metric team.x.deadline_misses 0
metric team.y.deadline_misses 1
