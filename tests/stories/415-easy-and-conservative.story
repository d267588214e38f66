Easy promises a second to the first that waits alone; conservative to each, and lets GPUs idle for it.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
  first: {job: {gpus: 3, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [10 s]}}
  second: {job: {gpus: 4, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [20 s]}}
  narrow: {job: {duration: {gpu: g, time: 2500 s}}, arrivals: {at: [30 s]}}
fleet:
  rigs:
    rig: {gpu: g, gpus: 4, price: 1000 USD, life: 1000 d}
strategies:
  easy: {pools: [rig], queue: easy}
  conservative: {pools: [rig], queue: conservative}
----
strategy easy
job 1 a: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 first: submitted 10, queued 990, finished 2000
  rig #1: 1000 compute 2000 finished
job 3 second: submitted 20, queued 2510, finished 3530
  rig #1: 2530 compute 3530 finished
job 4 narrow: submitted 30, queued 0, finished 2530
  rig #1: 30 compute 2530 finished
strategy conservative
job 1 a: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 first: submitted 10, queued 990, finished 2000
  rig #1: 1000 compute 2000 finished
job 3 second: submitted 20, queued 1980, finished 3000
  rig #1: 2000 compute 3000 finished
job 4 narrow: submitted 30, queued 2970, finished 5500
  rig #1: 3000 compute 5500 finished
