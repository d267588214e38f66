Under easy a later job of any length starts on GPUs that the first that waits leaves spare, and no more of them.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
  wide: {job: {gpus: 3, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [10 s]}}
  long: {job: {duration: {gpu: g, time: 5000 s}}, arrivals: {at: [20 s, 30 s]}}
fleet:
  rigs:
    rig: {gpu: g, gpus: 4, price: 1000 USD, life: 1000 d}
strategies:
  easy: {pools: [rig], queue: easy}
----
job 1 a: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 wide: submitted 10, queued 990, finished 2000
  rig #1: 1000 compute 2000 finished
job 3 long: submitted 20, queued 0, finished 5020
  rig #1: 20 compute 5020 finished
job 4 long: submitted 30, queued 1970, finished 7000
  rig #1: 2000 compute 7000 finished
