A bill is the paid seconds rounded up to `per`; GPU-seconds are those paid for, and each costs its share of the bill.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  over: {job: {duration: {gpu: g, time: 3600 s}}, arrivals: {at: [0 s]}}
  exact: {job: {duration: {gpu: g, time: 3240 s}}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, boot: 6 min, billing: {per: 1 h}}
strategies:
  only: {pools: [cloud]}
----
job 1 over: submitted 0, queued 0, finished 3960
  cloud #1: 0 boot 360 compute 3960 finished
job 2 exact: submitted 0, queued 0, finished 3600
  cloud #2: 0 boot 360 compute 3600 finished
cloud #1: 0..3960
cloud #2: 0..3600
metric total_cost_usd 10.8
metric paid_gpu_h 2.1
metric overhead_usd 1.014545
metric useful_usd 9.785455
metric team.over.total_cost_usd 7.2
metric team.exact.total_cost_usd 3.6
