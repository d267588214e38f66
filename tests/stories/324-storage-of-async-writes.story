An asynchronous checkpoint is stored once its write has ended; an open job's until the end of the window.
trainyard: 1
horizon: 4000 s
after_horizon: cut
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 3000 s}, checkpoint: {size: 73 GB, write: 200 s, restore: 100 s, every: 1000 s, async: true}}
    arrivals: {at: [0 s, 1500 s]}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, storage: 0.36 USD/GB-month}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, finished 3000
  cloud #1: 0 compute 3000 finished
job 2 a: submitted 1500, queued 0, unfinished
  cloud #2: 1500 compute 4000 open
cloud #1: 0..3000
cloud #2: 1500..4000
metric cost_storage_usd 0.031
metric total_cost_usd 5.531
