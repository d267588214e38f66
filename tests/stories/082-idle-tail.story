A rented machine goes back after `idle_timeout` without a job; the tail is paid for and is idle waste, nobody's cost.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {work: 1 gpu-h}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [cloud], idle_timeout: 12 min}
----
job 1 a: submitted 0, queued 0, finished 3600
  cloud #1: 0 compute 3600 finished
cloud #1: 0..4320
metric idle_gpu_h 0.2
metric paid_gpu_h 1.2
metric total_cost_usd 4.32
metric idle_waste_usd 0.72
metric useful_usd 3.6
metric usd_per_finished_gpu_h 4.32
metric team.a.total_cost_usd 3.6
