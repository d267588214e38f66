Under easy a later job starts before the first that waits if it ends by the second that is reserved for that one.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
  wide: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [10 s]}}
  second-too-long: {job: {duration: {gpu: g, time: 981 s}}, arrivals: {at: [20 s]}}
  fits: {job: {duration: {gpu: g, time: 980 s}}, arrivals: {at: [20 s]}}
fleet:
  rigs:
    rig: {gpu: g, gpus: 2, price: 1000 USD, life: 1000 d}
strategies:
  easy: {pools: [rig], queue: easy}
----
job 1 a: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 wide: submitted 10, queued 990, finished 2000
  rig #1: 1000 compute 2000 finished
job 3 second-too-long: submitted 20, queued 1980, finished 2981
  rig #1: 2000 compute 2981 finished
job 4 fits: submitted 20, queued 0, finished 1000
  rig #1: 20 compute 1000 finished
