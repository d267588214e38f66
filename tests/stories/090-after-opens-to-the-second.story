A pool with `after` opens to a job exactly when it has queued that long.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1 h}}, arrivals: {at: [0 s, 100 s, 3000 s]}}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [rig, {pool: cloud, after: 10 min}]}
----
job 1 a: submitted 0, queued 0, finished 3600
  rig #1: 0 compute 3600 finished
job 2 a: submitted 100, queued 600, finished 4300
  cloud #1: 700 compute 4300 finished
job 3 a: submitted 3000, queued 600, finished 7200
  rig #1: 3600 compute 7200 finished
cloud #1: 700..4300
metric queue_time_mean_s 400
