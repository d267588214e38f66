`linger` holds the machines after the end of the job: idle waste, no part of the turnaround; nobody else gets them meanwhile.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}, linger: 30 min}, arrivals: {at: [0 s, 0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, finished 1000
  cloud #1: 0 compute 1000 finished, linger 2800
job 2 a: submitted 0, queued 2800, finished 3800
  cloud #1: 2800 compute 3800 finished, linger 5600
cloud #1: 0..5600
metric linger_gpu_h 1
metric turnaround_mean_s 2400
metric idle_waste_usd 3.6
metric useful_usd 2
