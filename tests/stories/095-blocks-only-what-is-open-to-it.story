A job that must wait keeps later ones from the pools that are open to it, and from no others.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {gpus: 1, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
  b: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [10 s]}}
  c: {job: {gpus: 1, duration: {gpu: g, time: 100 s}}, arrivals: {at: [20 s]}}
  d: {job: {gpus: 1, duration: {gpu: g, time: 100 s}}, arrivals: {at: [30 s]}}
fleet:
  rigs:
    rig: {gpu: g, gpus: 2, price: 1000 USD, life: 1000 d}
  on_demand:
    for-c: {gpu: g, price: 3.60 USD/gpu-h}
    later: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 2}
strategies:
  only: {pools: [rig, {pool: for-c, for: [c]}, {pool: later, after: 30 min, for: [b]}]}
----
job 1 a: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 b: submitted 10, queued 990, finished 2000
  rig #1: 1000 compute 2000 finished
job 3 c: submitted 20, queued 0, finished 120
  for-c #1: 20 compute 120 finished
job 4 d: submitted 30, queued 1970, finished 2100
  rig #1: 2000 compute 2100 finished
for-c #1: 20..120
