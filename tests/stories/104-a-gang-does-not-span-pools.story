A gang does not span pools: one machine here and one there are no two machines.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {gpus: 1, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
  b: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [10 s]}}
  c: {job: {gpus: 1, duration: {gpu: g, time: 100 s}}, arrivals: {at: [20 s]}}
fleet:
  on_demand:
    x: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 2}
    y: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
strategies:
  only: {pools: [x, y]}
----
job 1 a: submitted 0, queued 0, finished 1000
  x #1: 0 compute 1000 finished
job 2 b: submitted 10, queued 990, finished 2000
  x #1+2: 1000 compute 2000 finished
job 3 c: submitted 20, queued 0, finished 120
  y #1: 20 compute 120 finished
x #1: 0..2000
y #1: 20..120
x #2: 1000..2000
