A moldable gang takes the largest size that fits now, each time it starts.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {gpus: 5, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
  m: {job: {gpus: {min: 2, max: 8}, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [10 s, 20 s]}}
fleet:
  rigs:
    rig: {gpu: g, gpus: 8, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 m: submitted 10, queued 0, finished 2677
  rig #1: 10 compute 2677 finished
job 3 m: submitted 20, queued 980, finished 2600
  rig #1: 1000 compute 2600 finished
metric compute_gpu_h 5.833611111111111
