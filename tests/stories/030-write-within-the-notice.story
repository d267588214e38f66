A computing job whose write takes at most the notice stops, writes, and ends its attempt with the write; its machine goes back at once.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 5400 s}, checkpoint: {write: 60 s, restore: 30 s}}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot], idle_timeout: 10 min}
----
job 1 a: submitted 0, queued 0, finished 5490
  spot #1: 0 compute 3480 checkpoint 3540 interrupted
  spot #2: 3540 restore 3570 compute 5490 finished
spot #1: 0..3540, notice 3480
spot #2: 3540..6090
metric interruptions 1
metric reclaims 1
metric rework_gpu_h 0
metric total_cost_usd 6.09
metric useful_usd 5.4
metric overhead_usd 0.09
metric idle_waste_usd 0.6
