An idle machine is given back at the notice of a drop; one launched after it goes without.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s, 3100 s]}}
fleet:
  spot:
    spot:
      gpu: g
      price: 3.60 USD/gpu-h
      interruptions: none
      notice: 10 min
      availability: {up: 1 h, down: 30 min}
strategies:
  only: {pools: [spot], idle_timeout: 1 h}
----
job 1 a: submitted 0, queued 0, finished 1000
  spot #1: 0 compute 1000 finished
job 2 a: submitted 3100, queued 1800, finished 6400
  spot #2: 3100 rework 3600 interrupted
  spot #3: 5400 compute 6400 finished
spot #1: 0..3000, notice 3000
spot #2: 3100..3600, lost
spot #3: 5400..8400, notice 8400
metric reclaims 3
