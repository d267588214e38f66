A notice a second after the launch is given; a phase of length 0, here the restore, does not happen.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 3601 s}, checkpoint: {write: 60 s, restore: 0 s}}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 3599 s}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 3661
  spot #1: 0 compute 1 checkpoint 61 interrupted
  spot #2: 61 compute 3661 finished
spot #1: 0..61, notice 1
spot #2: 61..3661, notice 62
metric reclaims 2
metric interruptions 1
