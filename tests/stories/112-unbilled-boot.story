With `boot: false` bill and GPU-seconds begin when the instance is ready; the job's time in boot is boot all the same.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {gpus: 3, duration: {gpu: g, time: 1 h}}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, gpus: 4, price: 3.60 USD/gpu-h, boot: 6 min, billing: {boot: false}}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, finished 3960
  cloud #1: 0 boot 360 compute 3960 finished
cloud #1: 0..3960
metric total_cost_usd 14.4
metric paid_gpu_h 4
metric boot_gpu_h 0
metric stranded_gpu_h 1
metric overhead_usd 0
metric idle_waste_usd 3.6
metric turnaround_max_s 3960
