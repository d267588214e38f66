The compute of an attempt is rounded once, on the rest of the work, not once a checkpoint.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}, fast: {memory: 80 GB, speed: 3}}
workload:
  a:
    job: {duration: {gpu: g, time: 1000 s}, checkpoint: {write: 10 s, restore: 10 s, every: 100 s}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: fast, price: 3.60 USD/gpu-h, interruptions: {life: 250 s}}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 403
  spot #1: 0 compute 100 checkpoint 110 compute 210 checkpoint 220 rework 250 interrupted
  spot #2: 250 restore 260 compute 360 checkpoint 370 compute 403 finished
spot #1: 0..250, lost
spot #2: 250..403
metric finished_work_gpu_h 0.2777777777777778
metric interruptions 1
metric reclaims 1
metric launches 2
metric attempts 2
metric total_cost_usd 0.403
