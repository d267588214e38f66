`sjf`: equal work ties, however it is written; 0.121 gpu-h is 11 min at 2 x 33 %.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 2}}
workload:
  first: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
  timed: {job: {duration: {gpu: g, time: 660 s}, efficiency: 33 %}, arrivals: {at: [10 s]}}
  sized: {job: {work: 0.121 gpu-h}, arrivals: {at: [20 s]}}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig], queue: sjf}
----
job 1 first: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 timed: submitted 10, queued 990, finished 1660
  rig #1: 1000 compute 1660 finished
job 3 sized: submitted 20, queued 1640, finished 1878
  rig #1: 1660 compute 1878 finished
