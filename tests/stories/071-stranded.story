GPUs of a rented machine that its job does not use are stranded throughout, in boot and linger too.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {gpus: 3, duration: {gpu: g, time: 1 h}, linger: 12 min}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, gpus: 4, price: 3.60 USD/gpu-h, boot: 6 min}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, finished 3960
  cloud #1: 0 boot 360 compute 3960 finished, linger 4680
cloud #1: 0..4680
metric stranded_gpu_h 1.3
metric compute_gpu_h 3
metric boot_gpu_h 0.3
metric linger_gpu_h 0.6
metric paid_gpu_h 5.2
metric total_cost_usd 18.72
metric idle_waste_usd 6.84
metric overhead_usd 1.08
metric useful_usd 10.8
metric team.a.total_cost_usd 18.72
