A job keeps later ones from a pool only once that has opened to it; until then they may have its machines.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  first: {job: {gpus: 2, duration: {gpu: g, time: 3000 s}}, arrivals: {at: [0 s]}}
  small: {job: {gpus: 1, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [100 s, 250 s]}}
  wide: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [200 s]}, priority: 1}
fleet:
  rigs:
    rig: {gpu: g, gpus: 2, price: 1000 USD, life: 1000 d}
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 2}
strategies:
  only: {pools: [rig, {pool: cloud, after: 10 min}], queue: priority}
----
job 1 first: submitted 0, queued 0, finished 3000
  rig #1: 0 compute 3000 finished
job 2 small: submitted 100, queued 600, finished 1700
  cloud #1: 700 compute 1700 finished
job 3 wide: submitted 200, queued 1500, finished 2700
  cloud #1+2: 1700 compute 2700 finished
job 4 small: submitted 250, queued 2450, finished 3700
  cloud #1: 2700 compute 3700 finished
cloud #1: 700..3700
cloud #2: 1700..2700
