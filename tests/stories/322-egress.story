A job's egress is paid for once, when it ends, at the price of the pool where it does; it is part of the job's cost and stands beside the waterfall.
trainyard: 1
horizon: 1 h
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 1000 s}, egress: 20 GB, checkpoint: {write: 50 s, restore: 50 s, every: 300 s}}
    arrivals: {at: [0 s]}
  b: {job: {duration: {gpu: g, time: 1000 s}, egress: 5 GB}, arrivals: {at: [2000 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 600 s}, egress: 1 USD/GB}
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, egress: 0.09 USD/GB}
strategies:
  only: {pools: [{pool: spot, for: [a]}, {pool: cloud, for: [b]}]}
----
job 1 a: submitted 0, queued 0, finished 1700
  spot #1: 0 compute 300 checkpoint 350 rework 600 interrupted
  spot #2: 600 restore 650 compute 950 checkpoint 1000 rework 1200 interrupted
  spot #3: 1200 restore 1250 compute 1550 checkpoint 1600 compute 1700 finished
job 2 b: submitted 2000, queued 0, finished 3000
  cloud #1: 2000 compute 3000 finished
spot #1: 0..600, lost
spot #2: 600..1200, lost
spot #3: 1200..1700
cloud #1: 2000..3000
metric cost_egress_usd 20.45
metric pool.spot.cost_egress_usd 20
metric stream.a.total_cost_usd 21.7
metric stream.b.total_cost_usd 1.45
metric total_cost_usd 23.15
metric cash_usd 23.15
metric useful_usd 2
