With `multi_rig` a gang may span rigs: within one before across several, the lowest numbers first; its machines write together.
trainyard: 1
horizon: 4 h
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
  b: {job: {gpus: 2, duration: {gpu: g, time: 2000 s}}, arrivals: {at: [0 s]}}
  c:
    job: {gpus: 3, duration: {gpu: g, time: 1500 s}, checkpoint: {size: 20 GB, every: 1000 s}}
    arrivals: {at: [10 s]}
  d: {job: {duration: {gpu: g, time: 500 s}}, arrivals: {at: [20 s]}}
fleet:
  rigs:
    rig: {count: 2, gpu: g, gpus: 2, price: 0 USD, life: 1 year, multi_rig: true}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 b: submitted 0, queued 0, finished 2000
  rig #2: 0 compute 2000 finished
job 3 c: submitted 10, queued 1990, finished 3510
  rig #1+2: 2000 compute 3000 checkpoint 3010 compute 3510 finished
job 4 d: submitted 20, queued 1980, finished 2500
  rig #2: 2000 compute 2500 finished
metric compute_gpu_h 2.7777777777777777
metric checkpoint_gpu_h 0.008333333333333333
