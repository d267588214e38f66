A pool that comes and goes starts up; it is there in [up, down), to the second.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s, 3599 s, 3600 s]}}
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
job 1 a: submitted 0, queued 0, finished 1000
  spot #1: 0 compute 1000 finished
job 2 a: submitted 3599, queued 1800, finished 6400
  spot #2: 3599 rework 3600 interrupted
  spot #3: 5400 compute 6400 finished
job 3 a: submitted 3600, queued 1800, finished 6400
  spot #4: 5400 compute 6400 finished
spot #1: 0..1000
spot #2: 3599..3600, lost
spot #3: 5400..6400
spot #4: 5400..6400
