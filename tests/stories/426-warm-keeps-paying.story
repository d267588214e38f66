A warm machine is taken by whoever comes: a long job that the rig had carried a minute later is paid for to its end.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 5460 s}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 30 min}}, arrivals: {at: [0 s]}}
  c: {job: {duration: {gpu: g, time: 10 h}}, arrivals: {at: [5400 s]}}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  warm: {pools: [rig, {pool: cloud, after: 1 h, warm: true}], idle_timeout: 10 min}
  not: {pools: [rig, {pool: cloud, after: 1 h}], idle_timeout: 10 min}
----
strategy warm
job 1 a: submitted 0, queued 0, finished 5460
  rig #1: 0 compute 5460 finished
job 2 b: submitted 0, queued 3600, finished 5400
  cloud #1: 3600 compute 5400 finished
job 3 c: submitted 5400, queued 0, finished 41400
  cloud #1: 5400 compute 41400 finished
cloud #1: 3600..42000
metric cost_on_demand_usd 38.4
strategy not
job 1 a: submitted 0, queued 0, finished 5460
  rig #1: 0 compute 5460 finished
job 2 b: submitted 0, queued 3600, finished 5400
  cloud #1: 3600 compute 5400 finished
job 3 c: submitted 5400, queued 60, finished 41460
  rig #1: 5460 compute 41460 finished
cloud #1: 3600..6000
metric cost_on_demand_usd 2.4
