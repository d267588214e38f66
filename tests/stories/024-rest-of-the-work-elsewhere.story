Write and restore go by the bandwidth of the pool they happen in, the rest of the work by its speed.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}, fast: {memory: 80 GB, speed: 2}}
workload:
  a: {job: {duration: {gpu: g, time: 200 s}}, arrivals: {at: [0 s]}}
  b:
    job: {duration: {gpu: g, time: 2001 s}, checkpoint: {size: 120 GB, every: 1000 s}}
    arrivals: {at: [0 s]}
fleet:
  on_demand:
    cloud: {gpu: fast, price: 3.60 USD/gpu-h, max_instances: 1, storage_bandwidth: 4 GB/s}
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1200 s}}
strategies:
  only: {pools: [cloud, spot]}
----
job 1 a: submitted 0, queued 0, finished 100
  cloud #1: 0 compute 100 finished
job 2 b: submitted 0, queued 0, finished 1731
  spot #1: 0 compute 1000 checkpoint 1120 rework 1200 interrupted
  cloud #2: 1200 restore 1230 compute 1731 finished
cloud #1: 0..100
spot #1: 0..1200, lost
cloud #2: 1200..1731
