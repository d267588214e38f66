At T itself notices are given: a machine whose notice is at the horizon is a reclaim, and one whose notice is later is not.
trainyard: 1
horizon: 1 h
after_horizon: cut
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 3 h}}, arrivals: {at: [0 s, 1 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 2 h}, notice: 1 h}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, unfinished
  spot #1: 0 compute 3600 open
job 2 a: submitted 1, queued 0, unfinished
  spot #2: 1 compute 3600 open
spot #1: 0..3600, notice 3600
spot #2: 1..3600
metric reclaims 1
metric interruptions 0
