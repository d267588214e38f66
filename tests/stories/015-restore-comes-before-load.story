After setup comes the restore, then the load; a checkpoint count starts anew after a restore.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job:
      duration: {gpu: g, time: 2000 s}
      setup: 5 min
      load: 100 s
      checkpoint: {write: 50 s, restore: 20 s, every: 10 min}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 2000 s}, boot: 60 s}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 3030
  spot #1: 0 boot 60 setup 360 load 460 compute 1060 checkpoint 1110 compute 1710 checkpoint 1760 rework 2000 interrupted
  spot #2: 2000 boot 2060 restore 2080 load 2180 compute 2780 checkpoint 2830 compute 3030 finished
spot #1: 0..2000, lost
spot #2: 2000..3030
metric rework_gpu_h 0.06666666666666667
