A machine lost without notice while no job holds it is a reclaim, and interrupts nobody.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 30 min}}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}}
strategies:
  only: {pools: [spot], idle_timeout: 2 h}
----
job 1 a: submitted 0, queued 0, finished 1800
  spot #1: 0 compute 1800 finished
spot #1: 0..3600, lost
metric idle_gpu_h 0.5
metric interruptions 0
metric reclaims 1
metric cost_spot_usd 3.6
metric idle_waste_usd 1.8
