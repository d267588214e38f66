A rate so small that a life has more seconds than a number holds takes no machine.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 10 min}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 10 min}}, arrivals: {at: [0 s]}}
fleet:
  spot:
    rate: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {rate: 1e-300/h}, notice: 2 min, max_instances: 1}
    share: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {per_month: 1e-14 %}, notice: 2 min}
strategies:
  only: {pools: [rate, share]}
----
job 1 a: submitted 0, queued 0, finished 600
  rate #1: 0 compute 600 finished
job 2 b: submitted 0, queued 0, finished 600
  share #1: 0 compute 600 finished
rate #1: 0..600
share #1: 0..600
metric interruptions 0
metric reclaims 0
