`sjf` goes by the estimated work per GPU of the gang, of the whole job; ties by number.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  first: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
  long: {job: {gpus: 1, duration: {gpu: g, time: 300 s}}, arrivals: {at: [10 s]}}
  middle: {job: {gpus: 1, duration: {gpu: g, time: 200 s}}, arrivals: {at: [20 s, 30 s, 40 s]}}
  wide: {job: {gpus: 2, duration: {gpu: g, time: 150 s}}, arrivals: {at: [50 s]}}
fleet:
  rigs:
    rig: {gpu: g, gpus: 2, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig], queue: sjf}
----
job 1 first: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 long: submitted 10, queued 1340, finished 1650
  rig #1: 1350 compute 1650 finished
job 3 middle: submitted 20, queued 1130, finished 1350
  rig #1: 1150 compute 1350 finished
job 4 middle: submitted 30, queued 1120, finished 1350
  rig #1: 1150 compute 1350 finished
job 5 middle: submitted 40, queued 1310, finished 1550
  rig #1: 1350 compute 1550 finished
job 6 wide: submitted 50, queued 950, finished 1150
  rig #1: 1000 compute 1150 finished
