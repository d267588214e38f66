`max_instances` is how many there can be at once; a gang launches all that it needs or none.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s, 10 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 3}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, finished 1000
  cloud #1+2: 0 compute 1000 finished
job 2 a: submitted 10, queued 990, finished 2000
  cloud #1+2: 1000 compute 2000 finished
cloud #1: 0..2000
cloud #2: 0..2000
metric launches 2
