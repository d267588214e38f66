A gang whose machines all go in the same second is interrupted once; each machine is a reclaim.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {gpus: 2, duration: {gpu: g, time: 4000 s}, checkpoint: {write: 10 s, restore: 10 s, every: 30 min}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 5820
  spot #1+2: 0 compute 1800 checkpoint 1810 rework 3600 interrupted
  spot #3+4: 3600 restore 3610 compute 5410 checkpoint 5420 compute 5820 finished
spot #1: 0..3600, lost
spot #2: 0..3600, lost
spot #3: 3600..5820
spot #4: 3600..5820
metric interruptions 1
metric reclaims 2
metric rework_gpu_h 0.9944444444444445
