The window lasts until the last second at which a rented machine is paid for; nothing happens in the rest of it but waiting.
trainyard: 1
horizon: 1 h
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 3000 s}}, arrivals: {at: [0 s]}}
fleet:
  rigs:
    rig: {gpu: g, price: 2400 USD, life: 1000 d}
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [cloud, rig], idle_timeout: 20 min}
----
job 1 a: submitted 0, queued 0, finished 3000
  cloud #1: 0 compute 3000 finished
cloud #1: 0..4200
metric accounted_s 4200
metric pool.rig.idle_gpu_h 1.1666666666666667
