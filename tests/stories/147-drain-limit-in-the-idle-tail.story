The `drain_limit` ends the window in an idle tail, too.
trainyard: 1
horizon: 1 h
drain_limit: 10 min
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 4000 s}}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [cloud], idle_timeout: 1 h}
----
job 1 a: submitted 0, queued 0, finished 4000
  cloud #1: 0 compute 4000 finished
cloud #1: 0..4200
metric accounted_s 4200
metric idle_waste_usd 0.2
metric jobs_unfinished 0
