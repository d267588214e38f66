Of an asynchronous write, what was done until it began is safe once it has ended; compute goes on meanwhile.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 1500 s}, checkpoint: {write: 120 s, restore: 30 s, every: 10 min, async: true}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1000 s}}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 1930
  spot #1: 0 compute 600 rework 1000 interrupted
  spot #2: 1000 restore 1030 compute 1930 finished
spot #1: 0..1000, lost
spot #2: 1000..1930
metric checkpoint_gpu_h 0
