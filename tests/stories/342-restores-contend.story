Restores contend as writes do, after boot; `load` follows.
trainyard: 1
horizon: 1 h
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1500 s}, load: 7 s, checkpoint: {size: 20 GB, every: 600 s}}, arrivals: {at: [0 s, 0 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, boot: 3 s, interruptions: {life: 1000 s}, shared: true}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 1990
  spot #1: 0 boot 3 load 10 compute 610 checkpoint 650 rework 1000 interrupted
  spot #3: 1000 boot 1003 restore 1043 load 1050 compute 1650 checkpoint 1690 compute 1990 finished
job 2 a: submitted 0, queued 0, finished 1990
  spot #2: 0 boot 3 load 10 compute 610 checkpoint 650 rework 1000 interrupted
  spot #4: 1000 boot 1003 restore 1043 load 1050 compute 1650 checkpoint 1690 compute 1990 finished
spot #1: 0..1000, lost
spot #2: 0..1000, lost
spot #3: 1000..1990
spot #4: 1000..1990
metric restore_gpu_h 0.022222222222222223
