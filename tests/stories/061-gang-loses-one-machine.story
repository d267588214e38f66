When one machine of a gang goes, the job releases the others, warm; it is one interruption.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 540 s}}, arrivals: {at: [0 s]}}
  b:
    job: {gpus: 2, duration: {gpu: g, time: 3000 s}, checkpoint: {write: 10 s, restore: 10 s, every: 1400 s}}
    arrivals: {at: [10 min]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, boot: 60 s}
strategies:
  only: {pools: [spot], idle_timeout: 10 min}
----
job 1 a: submitted 0, queued 0, finished 600
  spot #1: 0 boot 60 compute 600 finished
job 2 b: submitted 600, queued 0, finished 3870
  spot #1+2: 600 boot 660 compute 2060 checkpoint 2070 compute 3470 checkpoint 3480 rework 3600 interrupted
  spot #2+3: 3600 boot 3660 restore 3670 compute 3870 finished
spot #1: 0..3600, lost
spot #2: 600..4200, lost
spot #3: 3600..4470
metric interruptions 1
metric reclaims 2
metric launches 3
metric attempts 3
metric idle_gpu_h 0.25833333333333336
