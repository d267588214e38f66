The `drain_limit` is the horizon unless told otherwise.
trainyard: 1
horizon: 1 h
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 90 min}}, arrivals: {at: [0 s, 0 s]}}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 5400
  rig #1: 0 compute 5400 finished
job 2 a: submitted 0, queued 5400, unfinished
  rig #1: 5400 compute 7200 open
metric accounted_s 7200
metric compute_gpu_h 2
metric finished_work_gpu_h 1.5
