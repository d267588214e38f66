At the end of its term a reserved instance goes, and a job on it is interrupted; it is no reclaim, and nothing is paid for any more.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 5 h}, checkpoint: {write: 1 min, restore: 1 min, every: 1 h}}, arrivals: {at: [6 h]}}
fleet:
  reserved:
    base: {count: 2, gpu: g, term: 10 h, monthly: 73 USD/month}
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [{pool: base, count: 1}, {pool: cloud, after: 1 h}]}
----
job 1 a: submitted 21600, queued 3600, finished 46920
  base #1: 21600 compute 25200 checkpoint 25260 compute 28860 checkpoint 28920 compute 32520 checkpoint 32580 rework 36000 interrupted
  cloud #1: 39600 restore 39660 compute 43260 checkpoint 43320 compute 46920 finished
base #1: 0..36000, lost
cloud #1: 39600..46920
metric interruptions 1
metric reclaims 0
metric cost_reserved_usd 1
metric cost_on_demand_usd 7.32
metric accounted_s 86400
