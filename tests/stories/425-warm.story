With `warm` a pool's warm machines are open at once, to a gang if they suffice; launches wait for `after`.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 2 h}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 30 min}}, arrivals: {at: [0 s]}}
  c: {job: {duration: {gpu: g, time: 10 min}}, arrivals: {at: [5000 s]}}
  wide: {job: {gpus: 2, duration: {gpu: g, time: 10 min}}, arrivals: {at: [5000 s]}}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  warm: {pools: [rig, {pool: cloud, after: 1 h, warm: true}], idle_timeout: 10 min}
  not: {pools: [rig, {pool: cloud, after: 1 h}], idle_timeout: 10 min}
----
strategy warm
job 1 a: submitted 0, queued 0, finished 7200
  rig #1: 0 compute 7200 finished
job 2 b: submitted 0, queued 3600, finished 5400
  cloud #1: 3600 compute 5400 finished
job 3 c: submitted 5000, queued 400, finished 6000
  cloud #1: 5400 compute 6000 finished
job 4 wide: submitted 5000, queued 3600, finished 9200
  cloud #2+3: 8600 compute 9200 finished
cloud #1: 3600..6600
cloud #2: 8600..9800
cloud #3: 8600..9800
strategy not
job 1 a: submitted 0, queued 0, finished 7200
  rig #1: 0 compute 7200 finished
job 2 b: submitted 0, queued 3600, finished 5400
  cloud #1: 3600 compute 5400 finished
job 3 c: submitted 5000, queued 2200, finished 7800
  rig #1: 7200 compute 7800 finished
job 4 wide: submitted 5000, queued 3600, finished 9200
  cloud #2+3: 8600 compute 9200 finished
cloud #1: 3600..6000
cloud #2: 8600..9800
cloud #3: 8600..9800
