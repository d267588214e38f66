A reservation is on one rig: a later job of any length starts on another.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 5000 s}}, arrivals: {at: [0 s]}}
  wide: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [10 s]}}
  long: {job: {duration: {gpu: g, time: 6000 s}}, arrivals: {at: [20 s]}}
fleet:
  rigs:
    rig: {count: 2, gpu: g, gpus: 2, price: 1000 USD, life: 1000 d}
strategies:
  easy: {pools: [rig], queue: easy}
----
job 1 a: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 b: submitted 0, queued 0, finished 5000
  rig #2: 0 compute 5000 finished
job 3 wide: submitted 10, queued 990, finished 2000
  rig #1: 1000 compute 2000 finished
job 4 long: submitted 20, queued 0, finished 6020
  rig #2: 20 compute 6020 finished
