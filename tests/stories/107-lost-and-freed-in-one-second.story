A machine lost in the second in which its job ends is not there for the job that arrives then.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 3540 s}}, arrivals: {at: [0 s, 1 h]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, boot: 60 s}
strategies:
  only: {pools: [spot], idle_timeout: 1 h}
----
job 1 a: submitted 0, queued 0, finished 3600
  spot #1: 0 boot 60 compute 3600 finished
job 2 a: submitted 3600, queued 0, finished 7200
  spot #2: 3600 boot 3660 compute 7200 finished
spot #1: 0..3600, lost
spot #2: 3600..7200, lost
metric interruptions 0
metric reclaims 2
