One decision a second, on the outcome of all that happens in it: who arrives as a machine is freed can get it before one that waited.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  low: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s, 10 s]}}
  high: {job: {duration: {gpu: g, time: 100 s}}, arrivals: {at: [1000 s]}, priority: 1}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig], queue: priority}
----
job 1 low: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 low: submitted 10, queued 1090, finished 2100
  rig #1: 1100 compute 2100 finished
job 3 high: submitted 1000, queued 0, finished 1100
  rig #1: 1000 compute 1100 finished
