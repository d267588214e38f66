A budget postpones: the job costs the same next month, and misses its deadline.
trainyard: 1
start: 2026-01-31
horizon: 2 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1 h}}, arrivals: {at: [0 s, 4000 s]}, deadline: 3 h}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  capped: {pools: [cloud], budget: {limit: 3.60 USD/month, when_spent: queue}}
  free: {pools: [cloud]}
----
strategy capped
job 1 a: submitted 0, queued 0, finished 3600
  cloud #1: 0 compute 3600 finished
job 2 a: submitted 4000, queued 82400, finished 90000
  cloud #2: 86400 compute 90000 finished
cloud #1: 0..3600
cloud #2: 86400..90000
metric total_cost_usd 7.2
metric deadline_misses 1
strategy free
job 1 a: submitted 0, queued 0, finished 3600
  cloud #1: 0 compute 3600 finished
job 2 a: submitted 4000, queued 0, finished 7600
  cloud #2: 4000 compute 7600 finished
cloud #1: 0..3600
cloud #2: 4000..7600
metric total_cost_usd 7.2
metric deadline_misses 0
