None is written when the work is done at the point where a write is due.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {work: 1 gpu-h, checkpoint: {write: 60 s, restore: 10 s, every: 30 min}}, arrivals: {at: [0 s]}}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 3660
  rig #1: 0 compute 1800 checkpoint 1860 compute 3660 finished
