A job without `checkpoint` never writes: an interruption takes all that it did.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 3000 s}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 4000 s}}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [cloud, spot], checkpoint: 10 min}
----
job 1 a: submitted 0, queued 0, finished 3000
  cloud #1: 0 compute 3000 finished
job 2 b: submitted 0, queued 0, finished 7600
  spot #1: 0 rework 3600 interrupted
  cloud #2: 3600 compute 7600 finished
cloud #1: 0..3000
spot #1: 0..3600, notice 3480, lost
cloud #2: 3600..7600
metric rework_usd 3.6
metric useful_usd 7
