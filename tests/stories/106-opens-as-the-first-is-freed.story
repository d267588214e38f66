When the first pool is freed in the second in which the next one opens, the first is taken.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s, 400 s]}}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [rig, {pool: cloud, after: 10 min}]}
----
job 1 a: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 a: submitted 400, queued 600, finished 2000
  rig #1: 1000 compute 2000 finished
metric launches 0
