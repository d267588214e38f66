A gang of k does k · s · e(k): e is 1 at 1, linear in log k between the given points, flat outside.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  one: {job: {gpus: 1, work: 1 gpu-h}, arrivals: {at: [0 s]}}
  two: {job: {gpus: 2, work: 1.8 gpu-h}, arrivals: {at: [0 s]}}
  four: {job: {gpus: 4, work: 3.2 gpu-h}, arrivals: {at: [0 s]}}
  eight: {job: {gpus: 8, work: 6.4 gpu-h}, arrivals: {at: [0 s]}}
fleet:
  rigs:
    rig: {count: 2, gpu: g, gpus: 8, price: 1000 USD, life: 1000 d, scaling: {4: 0.8}}
strategies:
  only: {pools: [rig]}
----
job 1 one: submitted 0, queued 0, finished 3600
  rig #1: 0 compute 3600 finished
job 2 two: submitted 0, queued 0, finished 3600
  rig #1: 0 compute 3600 finished
job 3 four: submitted 0, queued 0, finished 3600
  rig #1: 0 compute 3600 finished
job 4 eight: submitted 0, queued 0, finished 3600
  rig #2: 0 compute 3600 finished
metric finished_work_gpu_h 12.4
