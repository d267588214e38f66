A safe checkpoint is stored from the first one to the job's end, and costs what the pool charges where it was last written.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  b:
    job: {duration: {gpu: g, time: 6000 s}, checkpoint: {size: 73 GB, write: 100 s, restore: 100 s, every: 2000 s}}
    arrivals: {at: [0 s]}
  c: {job: {duration: {gpu: g, time: 600 s}}, arrivals: {at: [3000 s]}, priority: 1}
fleet:
  spot:
    spot:
      gpu: g
      price: 3.60 USD/gpu-h
      interruptions: {life: 3000 s}
      max_instances: 1
      storage: 0.36 USD/GB-month
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, storage: 0.72 USD/GB-month}
strategies:
  only: {pools: [spot, cloud], queue: priority}
----
job 1 b: submitted 0, queued 0, finished 7200
  spot #1: 0 compute 2000 checkpoint 2100 rework 3000 interrupted
  cloud #1: 3000 restore 3100 compute 5100 checkpoint 5200 compute 7200 finished
job 2 c: submitted 3000, queued 0, finished 3600
  spot #2: 3000 compute 3600 finished
spot #1: 0..3000, lost
spot #2: 3000..3600
cloud #1: 3000..7200
metric pool.spot.cost_storage_usd 0.031
metric pool.cloud.cost_storage_usd 0.04
metric stream.b.total_cost_usd 7.271
metric useful_usd 6.6
metric rework_usd 0.9
metric overhead_usd 0.3
metric total_cost_usd 7.871
metric cash_usd 7.871
