No reservation is made on a pool that a budget has closed: the gang has its own on the rig, at 1150.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  z: {job: {duration: {gpu: g, time: 200 s}}, arrivals: {at: [0 s]}}
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [150 s]}}
  wide: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [160 s]}}
  long: {job: {duration: {gpu: g, time: 5000 s}}, arrivals: {at: [170 s]}}
fleet:
  rigs:
    rig: {gpu: g, gpus: 2, price: 1000 USD, life: 1000 d}
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  capped: {pools: [cloud, rig], queue: easy, budget: {limit: 0.10 USD/month}}
----
job 1 z: submitted 0, queued 0, finished 200
  cloud #1: 0 compute 200 finished
job 2 a: submitted 150, queued 0, finished 1150
  rig #1: 150 compute 1150 finished
job 3 wide: submitted 160, queued 990, finished 2150
  rig #1: 1150 compute 2150 finished
job 4 long: submitted 170, queued 1980, finished 7150
  rig #1: 2150 compute 7150 finished
cloud #1: 0..200
