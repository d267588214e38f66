A market changes in the last second of the window too.
trainyard: 1
horizon: 1 h
after_horizon: cut
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 5000 s}}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot:
      gpu: g
      price: 3.60 USD/gpu-h
      interruptions: none
      availability: {up: 1 h, down: 30 min}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, unfinished
  spot #1: 0 rework 3600 interrupted
spot #1: 0..3600, lost
metric rework_gpu_h 1
