Once a month's budget is spent no rented machine is given a job until the next month; running ones go on, rigs are free.
trainyard: 1
start: 2026-01-05
horizon: 60 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1 h}}, arrivals: {at: [0 s, 1800 s, 3600 s]}}
  r: {job: {duration: {gpu: g, time: 1 h}}, arrivals: {at: [3700 s]}}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  capped: {pools: [cloud, {pool: rig, for: [r]}], budget: {limit: 3.60 USD/month}}
----
job 1 a: submitted 0, queued 0, finished 3600
  cloud #1: 0 compute 3600 finished
job 2 a: submitted 1800, queued 0, finished 5400
  cloud #2: 1800 compute 5400 finished
job 3 a: submitted 3600, queued 2329200, finished 2336400
  cloud #3: 2332800 compute 2336400 finished
job 4 r: submitted 3700, queued 0, finished 7300
  rig #1: 3700 compute 7300 finished
cloud #1: 0..3600
cloud #2: 1800..5400
cloud #3: 2332800..2336400
metric cost_on_demand_usd 10.8
