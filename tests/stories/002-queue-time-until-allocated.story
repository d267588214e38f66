Queue time runs until machines are allocated; a rig does not boot, and goes back at once.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {work: 1 gpu-h}, arrivals: {at: [0 s, 10 min]}}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 3600
  rig #1: 0 compute 3600 finished
job 2 a: submitted 600, queued 3000, finished 7200
  rig #1: 3600 compute 7200 finished
metric queue_time_mean_s 1500
metric queue_time_p50_s 1500
metric queue_time_p95_s 2850
metric queue_time_max_s 3000
metric first_wait_max_s 3000
metric turnaround_mean_s 5100
metric turnaround_max_s 6600
metric compute_gpu_h 2
metric idle_gpu_h 22
