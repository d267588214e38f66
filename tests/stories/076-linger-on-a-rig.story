On a rig a lingering job holds its own GPUs and no others.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}, linger: 1 h}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s, 0 s]}}
  c: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
fleet:
  rigs:
    rig: {gpu: g, gpus: 2, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished, linger 4600
job 2 b: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 3 b: submitted 0, queued 1000, finished 2000
  rig #1: 1000 compute 2000 finished
job 4 c: submitted 0, queued 4600, finished 5600
  rig #1: 4600 compute 5600 finished
metric linger_gpu_h 1
metric stranded_gpu_h 0
