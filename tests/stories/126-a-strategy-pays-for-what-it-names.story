A strategy owns and pays for exactly the pools that it names.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {work: 1 gpu-h}, arrivals: {at: [0 s]}}
fleet:
  rigs:
    rig: {count: 3, gpu: g, price: 1000 USD, life: 1000 d}
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  own: {pools: [rig, cloud]}
  own-one: {pools: [{pool: rig, count: 1}]}
  rent: {pools: [cloud]}
----
strategy own
job 1 a: submitted 0, queued 0, finished 3600
  rig #1: 0 compute 3600 finished
metric total_cost_usd 3
strategy own-one
job 1 a: submitted 0, queued 0, finished 3600
  rig #1: 0 compute 3600 finished
metric total_cost_usd 1
strategy rent
job 1 a: submitted 0, queued 0, finished 3600
  cloud #1: 0 compute 3600 finished
cloud #1: 0..3600
metric total_cost_usd 3.6
