The notice of one machine moves the whole gang: it writes and leaves; the machine goes back, the others stay warm.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 600 s}}, arrivals: {at: [0 s]}}
  b: {job: {gpus: 2, duration: {gpu: g, time: 3001 s}, checkpoint: {write: 60 s, restore: 10 s}}, arrivals: {at: [10 min]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot], idle_timeout: 5 min}
----
job 1 a: submitted 0, queued 0, finished 600
  spot #1: 0 compute 600 finished
job 2 b: submitted 600, queued 0, finished 3671
  spot #1+2: 600 compute 3480 checkpoint 3540 interrupted
  spot #2+3: 3540 restore 3550 compute 3671 finished
spot #1: 0..3540, notice 3480
spot #2: 600..3971
spot #3: 3540..3971
metric interruptions 1
metric reclaims 1
