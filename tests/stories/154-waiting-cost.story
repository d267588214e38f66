`waiting_cost` is what an hour of turnaround is worth, and no part of the total.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {work: 1 gpu-h}, arrivals: {at: [0 s, 0 s]}, waiting_cost: 25 USD/h}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 3600
  rig #1: 0 compute 3600 finished
job 2 a: submitted 0, queued 3600, finished 7200
  rig #1: 3600 compute 7200 finished
metric waiting_cost_usd 75
metric total_cost_usd 1
