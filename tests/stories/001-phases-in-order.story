A cold rented machine boots; setup comes before the first load; without a safe checkpoint nothing is restored.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {work: 1 gpu-h, setup: 12 min, load: 18 min}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: none, boot: 6 min}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 5760
  spot #1: 0 boot 360 setup 1080 load 2160 compute 5760 finished
spot #1: 0..5760
metric boot_gpu_h 0.1
metric setup_gpu_h 0.2
metric load_gpu_h 0.3
metric compute_gpu_h 1
metric paid_gpu_h 1.6
metric utilization 0.625
metric total_cost_usd 5.76
metric useful_usd 3.6
metric idle_waste_usd 0.72
metric idle_waste_share 0.125
metric overhead_usd 1.44
metric rework_usd 0
metric turnaround_max_s 5760
metric accounted_s 86400
