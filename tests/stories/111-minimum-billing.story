A bill is for at least the minimum, 60 s unless told otherwise, a launch; a machine used twice is one bill.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 10 s}}, arrivals: {at: [0 s, 1000 s]}}
  b: {job: {duration: {gpu: g, time: 10 s}}, arrivals: {at: [0 s, 10 s]}}
fleet:
  on_demand:
    plain: {gpu: g, price: 3.60 USD/gpu-h}
    long: {gpu: g, price: 3.60 USD/gpu-h, billing: {minimum: 10 min}}
strategies:
  only: {pools: [{pool: plain, for: [a]}, {pool: long, for: [b]}]}
----
job 1 a: submitted 0, queued 0, finished 10
  plain #1: 0 compute 10 finished
job 2 b: submitted 0, queued 0, finished 10
  long #1: 0 compute 10 finished
job 3 b: submitted 10, queued 0, finished 20
  long #1: 10 compute 20 finished
job 4 a: submitted 1000, queued 0, finished 1010
  plain #2: 1000 compute 1010 finished
plain #1: 0..10
long #1: 0..20
plain #2: 1000..1010
metric pool.plain.cost_on_demand_usd 0.12
metric pool.long.cost_on_demand_usd 0.6
metric paid_gpu_h 0.011111111111111112
metric useful_usd 0.72
