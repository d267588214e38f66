`cut` stops at the horizon T: at T itself phases end and losses happen, arrivals and decisions do not.
trainyard: 1
horizon: 1 h
after_horizon: cut
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  ends: {job: {duration: {gpu: g, time: 1 h}}, arrivals: {at: [0 s]}, deadline: 1 h}
  waits: {job: {duration: {gpu: g, time: 10 s}}, arrivals: {at: [3599 s]}, deadline: 1 h}
  lost: {job: {duration: {gpu: g, time: 2 h}}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}}
strategies:
  only: {pools: [{pool: cloud, for: [ends, waits]}, {pool: spot, for: [lost]}]}
----
job 1 ends: submitted 0, queued 0, finished 3600
  cloud #1: 0 compute 3600 finished
job 2 lost: submitted 0, queued 0, unfinished
  spot #1: 0 rework 3600 interrupted
job 3 waits: submitted 3599, queued 1, unfinished
cloud #1: 0..3600
spot #1: 0..3600, lost
metric accounted_s 3600
metric jobs_finished 1
metric jobs_unfinished 2
metric deadline_misses 0
metric interruptions 1
metric rework_gpu_h 1
metric compute_gpu_h 1
