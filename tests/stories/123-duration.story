`duration` is the time of the job's gang on that GPU type at perfect scaling; elsewhere it takes what the work needs.
trainyard: 1
horizon: 1 d
gpus: {slow: {memory: 80 GB, speed: 0.5}, fast: {memory: 80 GB, speed: 2}}
workload:
  a: {job: {gpus: 2, duration: {gpu: slow, time: 1 h}}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: fast, gpus: 2, price: 3.60 USD/gpu-h, scaling: {2: 0.5}}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, finished 1800
  cloud #1: 0 compute 1800 finished
cloud #1: 0..1800
metric finished_work_gpu_h 1
