A write that ends in the second of the interruption is safe: ends of phases come before losses.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 900 s}, checkpoint: {write: 120 s, restore: 30 s, every: 10 min}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 12 min}}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 1050
  spot #1: 0 compute 600 checkpoint 720 interrupted
  spot #2: 720 restore 750 compute 1050 finished
spot #1: 0..720, lost
spot #2: 720..1050
metric rework_gpu_h 0
metric interruptions 1
