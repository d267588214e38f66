`priority`: higher first, ties by number; a running job is not preempted.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  low: {job: {duration: {gpu: g, time: 100 s}}, arrivals: {at: [0 s, 10 s]}}
  high: {job: {duration: {gpu: g, time: 100 s}}, arrivals: {at: [20 s, 30 s]}, priority: 2}
  lowest: {job: {duration: {gpu: g, time: 100 s}}, arrivals: {at: [5 s]}, priority: -1}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig], queue: priority}
----
job 1 low: submitted 0, queued 0, finished 100
  rig #1: 0 compute 100 finished
job 2 lowest: submitted 5, queued 395, finished 500
  rig #1: 400 compute 500 finished
job 3 low: submitted 10, queued 290, finished 400
  rig #1: 300 compute 400 finished
job 4 high: submitted 20, queued 80, finished 200
  rig #1: 100 compute 200 finished
job 5 high: submitted 30, queued 170, finished 300
  rig #1: 200 compute 300 finished
