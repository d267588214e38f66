Notices come before the decision: a warm machine that gets its notice in the second of an arrival is not given to it.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s, 3000 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 10 min}
strategies:
  only: {pools: [spot], idle_timeout: 45 min}
----
job 1 a: submitted 0, queued 0, finished 1000
  spot #1: 0 compute 1000 finished
job 2 a: submitted 3000, queued 0, finished 4000
  spot #2: 3000 compute 4000 finished
spot #1: 0..3000, notice 3000
spot #2: 3000..6000, notice 6000
