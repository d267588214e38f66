Warm machines are taken before cold ones, and of warm ones the lowest number.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 300 s}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 200 s}}, arrivals: {at: [0 s]}}
  c: {job: {duration: {gpu: g, time: 100 s}}, arrivals: {at: [0 s]}}
  d: {job: {duration: {gpu: g, time: 100 s}}, arrivals: {at: [400 s, 410 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, boot: 60 s}
strategies:
  only: {pools: [cloud], idle_timeout: 10 min}
----
job 1 a: submitted 0, queued 0, finished 360
  cloud #1: 0 boot 60 compute 360 finished
job 2 b: submitted 0, queued 0, finished 260
  cloud #2: 0 boot 60 compute 260 finished
job 3 c: submitted 0, queued 0, finished 160
  cloud #3: 0 boot 60 compute 160 finished
job 4 d: submitted 400, queued 0, finished 500
  cloud #1: 400 compute 500 finished
job 5 d: submitted 410, queued 0, finished 510
  cloud #2: 410 compute 510 finished
cloud #1: 0..1100
cloud #2: 0..1110
cloud #3: 0..760
