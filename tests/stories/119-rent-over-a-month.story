A bill is dated at the release, cash is the rent by the month it falls in: the sums are the same.
trainyard: 1
start: 2026-01-31T23:00:00Z
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 2 h}}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, finished 7200
  cloud #1: 0 compute 7200 finished
cloud #1: 0..7200
metric cost_on_demand_usd 7.2
metric cash_usd 7.2
