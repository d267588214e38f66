GPUs of one rig are shared by several jobs, whole GPUs each; a gang stays within one rig, the lowest that it fits.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {gpus: 1, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s, 30 s]}}
  b: {job: {gpus: 2, duration: {gpu: g, time: 3000 s}}, arrivals: {at: [10 s]}}
  c: {job: {gpus: 1, duration: {gpu: g, time: 2000 s}}, arrivals: {at: [20 s, 40 s, 50 s]}}
  d: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [60 s]}}
fleet:
  rigs:
    rig: {count: 3, gpu: g, gpus: 2, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 b: submitted 10, queued 0, finished 3010
  rig #2: 10 compute 3010 finished
job 3 c: submitted 20, queued 0, finished 2020
  rig #1: 20 compute 2020 finished
job 4 a: submitted 30, queued 0, finished 1030
  rig #3: 30 compute 1030 finished
job 5 c: submitted 40, queued 0, finished 2040
  rig #3: 40 compute 2040 finished
job 6 c: submitted 50, queued 950, finished 3000
  rig #1: 1000 compute 3000 finished
job 7 d: submitted 60, queued 1980, finished 3040
  rig #3: 2040 compute 3040 finished
