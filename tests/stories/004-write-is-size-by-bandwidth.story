A write takes size ÷ (bandwidth × machines of the gang), to the nearest second, halves up.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  one: {job: {duration: {gpu: g, time: 100 s}, checkpoint: {size: 5 GB, every: 60 s}}, arrivals: {at: [0 s]}}
  two: {job: {gpus: 4, duration: {gpu: g, time: 100 s}, checkpoint: {size: 40 GB, every: 60 s}}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, gpus: 2, price: 3.60 USD/gpu-h, storage_bandwidth: 2 GB/s}
strategies:
  only: {pools: [cloud]}
----
job 1 one: submitted 0, queued 0, finished 103
  cloud #1: 0 compute 60 checkpoint 63 compute 103 finished
job 2 two: submitted 0, queued 0, finished 110
  cloud #2+3: 0 compute 60 checkpoint 70 compute 110 finished
cloud #1: 0..103
cloud #2: 0..110
cloud #3: 0..110
metric checkpoint_gpu_h 0.011944444444444445
