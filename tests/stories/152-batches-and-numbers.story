Jobs are numbered from 1 by submission, then stream in the order of the file, then place in the stream; `batch` jobs an arrival.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  z: {job: {duration: {gpu: g, time: 100 s}}, arrivals: {at: [10 min, 0 s], batch: 2}}
  a: {job: {duration: {gpu: g, time: 100 s}}, arrivals: {at: [0 s, 5 min]}}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig]}
----
job 1 z: submitted 0, queued 0, finished 100
  rig #1: 0 compute 100 finished
job 2 z: submitted 0, queued 100, finished 200
  rig #1: 100 compute 200 finished
job 3 a: submitted 0, queued 200, finished 300
  rig #1: 200 compute 300 finished
job 4 a: submitted 300, queued 0, finished 400
  rig #1: 300 compute 400 finished
job 5 z: submitted 600, queued 0, finished 700
  rig #1: 600 compute 700 finished
job 6 z: submitted 600, queued 100, finished 800
  rig #1: 700 compute 800 finished
