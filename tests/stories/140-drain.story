`drain`: jobs arrive before the horizon, and the run goes on until every job has ended; rigs are paid for until then.
trainyard: 1
horizon: 1 h
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 45 min}}, arrivals: {every: 30 min, first: 0 s}}
fleet:
  rigs:
    rig: {gpu: g, price: 2400 USD, life: 1000 d}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 2700
  rig #1: 0 compute 2700 finished
job 2 a: submitted 1800, queued 900, finished 5400
  rig #1: 2700 compute 5400 finished
metric accounted_s 5400
metric cost_depreciation_usd 0.15
metric idle_gpu_h 0
metric jobs_submitted 2
