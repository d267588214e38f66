What ends in the second of a change of the market has ended; what the market takes is not there for who arrives.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 3600 s}}, arrivals: {at: [0 s, 3600 s]}}
fleet:
  spot:
    spot:
      gpu: g
      price: 3.60 USD/gpu-h
      interruptions: none
      availability: {up: 1 h, down: 30 min}
strategies:
  only: {pools: [spot], idle_timeout: 1 h}
----
job 1 a: submitted 0, queued 0, finished 3600
  spot #1: 0 compute 3600 finished
job 2 a: submitted 3600, queued 1800, finished 9000
  spot #2: 5400 compute 9000 finished
spot #1: 0..3600, lost
spot #2: 5400..9000, lost
metric interruptions 0
metric reclaims 2
