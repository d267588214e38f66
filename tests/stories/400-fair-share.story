Under fair-share the team that has used the fewest GPU-hours comes first, by number where it is the same.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s, 0 s, 0 s]}}
  b: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [500 s, 500 s]}}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
strategies:
  fair: {pools: [rig], queue: fair-share}
----
job 1 a: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 a: submitted 0, queued 2000, finished 3000
  rig #1: 2000 compute 3000 finished
job 3 a: submitted 0, queued 4000, finished 5000
  rig #1: 4000 compute 5000 finished
job 4 b: submitted 500, queued 500, finished 2000
  rig #1: 1000 compute 2000 finished
job 5 b: submitted 500, queued 2500, finished 4000
  rig #1: 3000 compute 4000 finished
