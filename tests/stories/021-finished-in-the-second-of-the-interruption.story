Work done in the second of the interruption is done; the machine was still there, and is lost.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {work: 1 gpu-h}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 3600
  spot #1: 0 compute 3600 finished
spot #1: 0..3600, lost
metric interruptions 0
metric reclaims 1
metric rework_gpu_h 0
