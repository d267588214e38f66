A pool with `after` is closed until then, its warm machines included.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  r: {job: {duration: {gpu: g, time: 10 h}}, arrivals: {at: [0 s]}}
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s, 1700 s]}}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, boot: 60 s}
strategies:
  only: {pools: [rig, {pool: cloud, after: 10 min}], idle_timeout: 1 h}
----
job 1 r: submitted 0, queued 0, finished 36000
  rig #1: 0 compute 36000 finished
job 2 a: submitted 0, queued 600, finished 1660
  cloud #1: 600 boot 660 compute 1660 finished
job 3 a: submitted 1700, queued 600, finished 3300
  cloud #1: 2300 compute 3300 finished
cloud #1: 600..6900
