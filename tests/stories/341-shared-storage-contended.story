Writes that are under way at once share the storage evenly; who ends leaves its share to the others.
trainyard: 1
horizon: 1 h
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 150 s}, checkpoint: {size: 10 GB, every: 100 s}}, arrivals: {at: [0 s, 5 s]}}
fleet:
  rigs:
    rig: {gpu: g, gpus: 2, price: 0 USD, life: 1 year, storage_bandwidth: 1 GB/s, shared: true}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 165
  rig #1: 0 compute 100 checkpoint 115 compute 165 finished
job 2 a: submitted 5, queued 0, finished 170
  rig #1: 5 compute 105 checkpoint 120 compute 170 finished
metric checkpoint_gpu_h 0.008333333333333333
