A metric of nothing, or with a denominator of 0, is null.
trainyard: 1
horizon: 1 h
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {work: 1 gpu-h}, arrivals: {every: 1 h}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [cloud]}
----
metric jobs_submitted 0
metric queue_time_mean_s null
metric turnaround_p95_s null
metric utilization null
metric idle_waste_share null
metric usd_per_finished_gpu_h null
metric total_cost_usd 0
metric deadline_misses 0
metric accounted_s 3600
