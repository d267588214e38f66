Durations round to the nearest second, halves up, and a positive one to at least one second.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  half: {job: {duration: {gpu: g, time: 100.5 s}, load: 1.5 s}, arrivals: {at: [0 s]}}
  less: {job: {duration: {gpu: g, time: 100.4 s}, load: 1.4 s}, arrivals: {at: [0 s]}}
  tiny: {job: {duration: {gpu: g, time: 0.2 s}, load: 0.1 s}, arrivals: {at: [0 s]}}
fleet:
  rigs:
    rig: {gpu: g, gpus: 3, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig]}
----
job 1 half: submitted 0, queued 0, finished 103
  rig #1: 0 load 2 compute 103 finished
job 2 less: submitted 0, queued 0, finished 101
  rig #1: 0 load 1 compute 101 finished
job 3 tiny: submitted 0, queued 0, finished 2
  rig #1: 0 load 1 compute 2 finished
