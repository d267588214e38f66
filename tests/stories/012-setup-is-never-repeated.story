A setup that was completed is never repeated; the load is, in every attempt.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 450 s}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 300 s}, setup: 10 min, load: 2 min}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 15 min}}
strategies:
  only: {pools: [cloud, spot]}
----
job 1 a: submitted 0, queued 0, finished 450
  cloud #1: 0 compute 450 finished
job 2 b: submitted 0, queued 0, finished 1320
  spot #1: 0 setup 600 load 720 rework 900 interrupted
  cloud #2: 900 load 1020 compute 1320 finished
cloud #1: 0..450
spot #1: 0..900, lost
cloud #2: 900..1320
metric rework_usd 0.18
metric rework_gpu_h 0.05
