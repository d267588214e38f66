A computing job that has computed nothing since its last safe point ends its attempt at the notice at once.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 4000 s}, checkpoint: {write: 100 s, restore: 10 s, every: 1640 s}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 4210
  spot #1: 0 compute 1640 checkpoint 1740 compute 3380 checkpoint 3480 interrupted
  spot #2: 3480 restore 3490 compute 4210 finished
spot #1: 0..3480, notice 3480
spot #2: 3480..4210
