`after` counts from the last return to the queue: an interrupted job waits for the pool anew. Queue time adds up.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 2 h}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [3500 s]}, priority: 1}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, max_instances: 1}
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [spot, {pool: cloud, after: 10 min}], queue: priority}
----
job 1 a: submitted 0, queued 600, finished 11400
  spot #1: 0 rework 3600 interrupted
  cloud #1: 4200 compute 11400 finished
job 2 b: submitted 3500, queued 100, finished 4600
  spot #2: 3600 compute 4600 finished
spot #1: 0..3600, lost
spot #2: 3600..4600
cloud #1: 4200..11400
metric first_wait_max_s 100
metric queue_time_max_s 600
