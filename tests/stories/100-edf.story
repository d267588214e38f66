`edf`: the earliest deadline first, ties by number; a job without a deadline comes last.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  free: {job: {duration: {gpu: g, time: 100 s}}, arrivals: {at: [0 s, 10 s]}}
  late: {job: {duration: {gpu: g, time: 100 s}}, arrivals: {at: [20 s]}, deadline: 2000 s}
  soon: {job: {duration: {gpu: g, time: 100 s}}, arrivals: {at: [30 s, 40 s]}, deadline: 1000 s}
  tie: {job: {duration: {gpu: g, time: 100 s}}, arrivals: {at: [50 s]}, deadline: 980 s}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig], queue: edf}
----
job 1 free: submitted 0, queued 0, finished 100
  rig #1: 0 compute 100 finished
job 2 free: submitted 10, queued 490, finished 600
  rig #1: 500 compute 600 finished
job 3 late: submitted 20, queued 380, finished 500
  rig #1: 400 compute 500 finished
job 4 soon: submitted 30, queued 70, finished 200
  rig #1: 100 compute 200 finished
job 5 soon: submitted 40, queued 260, finished 400
  rig #1: 300 compute 400 finished
job 6 tie: submitted 50, queued 150, finished 300
  rig #1: 200 compute 300 finished
metric deadline_misses 0
