A load that ends in the second of the interruption has ended, and compute has begun; there is nothing of it yet.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 250 s}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 200 s}, load: 5 min}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 5 min}}
strategies:
  only: {pools: [cloud, spot]}
----
job 1 a: submitted 0, queued 0, finished 250
  cloud #1: 0 compute 250 finished
job 2 b: submitted 0, queued 0, finished 800
  spot #1: 0 load 300 interrupted
  cloud #2: 300 load 600 compute 800 finished
cloud #1: 0..250
spot #1: 0..300, lost
cloud #2: 300..800
