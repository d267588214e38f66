Restore can be interrupted, and is done again; the safe checkpoint stays safe.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 2000 s}}, arrivals: {at: [0 s]}}
  b:
    job:
      duration: {gpu: g, time: 1500 s}
      load: 0 s
      checkpoint: {write: 100 s, restore: 30 min, every: 10 min}
    arrivals: {at: [0 s]}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 20 min}}
strategies:
  only: {pools: [cloud, spot]}
----
job 1 a: submitted 0, queued 0, finished 2000
  cloud #1: 0 compute 2000 finished
job 2 b: submitted 0, queued 0, finished 5200
  spot #1: 0 compute 600 checkpoint 700 rework 1200 interrupted
  spot #2: 1200 restore 2400 interrupted
  cloud #2: 2400 restore 4200 compute 4800 checkpoint 4900 compute 5200 finished
cloud #1: 0..2000
spot #1: 0..1200, lost
spot #2: 1200..2400, lost
cloud #2: 2400..5200
metric rework_usd 0.5
metric overhead_usd 3.2
metric useful_usd 3.5
metric total_cost_usd 7.2
