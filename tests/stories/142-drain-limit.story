At the `drain_limit` open jobs are unfinished: their time until then counts, compute that is not safe yet as compute; machines are billed as if given back.
trainyard: 1
horizon: 1 h
drain_limit: 30 min
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 10 h}, checkpoint: {write: 60 s, restore: 30 s, every: 50 min}}
    arrivals: {at: [0 s, 600 s]}
    deadline: 70 min
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1, billing: {per: 1 h}}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, unfinished
  cloud #1: 0 compute 3000 checkpoint 3060 compute 5400 open
job 2 a: submitted 600, queued 4800, unfinished
cloud #1: 0..5400
metric accounted_s 5400
metric jobs_unfinished 2
metric jobs_finished 0
metric compute_gpu_h 1.4833333333333334
metric rework_gpu_h 0
metric cost_on_demand_usd 7.2
metric queue_time_max_s 4800
metric first_wait_max_s 4800
metric turnaround_max_s 5400
metric turnaround_mean_s 5100
metric deadline_misses 2
