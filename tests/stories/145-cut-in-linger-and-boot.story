`cut` accounts for every state until T: an open boot is boot, a linger that goes on is linger.
trainyard: 1
horizon: 1 h
after_horizon: cut
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1440 s}, linger: 10 h}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 1 h}}, arrivals: {at: [3240 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, boot: 12 min}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, finished 2160
  cloud #1: 0 boot 720 compute 2160 finished, linger 3600
job 2 b: submitted 3240, queued 0, unfinished
  cloud #2: 3240 boot 3600 open
cloud #1: 0..3600
cloud #2: 3240..3600
metric linger_gpu_h 0.4
metric boot_gpu_h 0.3
metric compute_gpu_h 0.4
metric total_cost_usd 3.96
metric turnaround_mean_s 1260
