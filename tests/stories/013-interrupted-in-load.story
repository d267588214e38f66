Load can be interrupted; what it took so far stays load, and it is done again in full.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 450 s}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 300 s}, load: 10 min}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 5 min}}
strategies:
  only: {pools: [cloud, spot]}
----
job 1 a: submitted 0, queued 0, finished 450
  cloud #1: 0 compute 450 finished
job 2 b: submitted 0, queued 0, finished 1500
  spot #1: 0 load 300 interrupted
  spot #2: 300 load 600 interrupted
  cloud #2: 600 load 1200 compute 1500 finished
cloud #1: 0..450
spot #1: 0..300, lost
spot #2: 300..600, lost
cloud #2: 600..1500
metric load_gpu_h 0.3333333333333333
metric rework_gpu_h 0
