A rig that fails while a job lingers on it is held no longer; nobody is interrupted.
trainyard: 1
horizon: 2 h
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 3000 s}, linger: 2 h}, arrivals: {at: [0 s]}}
  b: {job: {gpus: 2, duration: {gpu: g, time: 600 s}}, arrivals: {at: [4000 s]}}
fleet:
  rigs:
    rig: {gpu: g, gpus: 2, price: 0 USD, life: 1 year, failures: {mtbf: 1 h, repair: 30 min}}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 3000
  rig #1: 0 compute 3000 finished, linger 3600
job 2 b: submitted 4000, queued 1400, finished 6000
  rig #1: 5400 compute 6000 finished
rig #1: down 3600..5400
metric interruptions 0
metric linger_gpu_h 0.16666666666666666
metric down_gpu_h 1
