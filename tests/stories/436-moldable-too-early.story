A moldable gang takes two GPUs now although all eight are free ten seconds later; one that takes six at least does not.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {gpus: 6, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
  m: {job: {gpus: {min: 2, max: 8}, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [990 s]}}
fleet:
  rigs:
    rig: {gpu: g, gpus: 8, price: 1000 USD, life: 1000 d}
strategies:
  at-once: {pools: [rig]}
  six-or-more: {pools: [{pool: rig, gpus: {min: 6}}]}
----
strategy at-once
job 1 a: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 m: submitted 990, queued 0, finished 4990
  rig #1: 990 compute 4990 finished
strategy six-or-more
job 1 a: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 m: submitted 990, queued 10, finished 2000
  rig #1: 1000 compute 2000 finished
