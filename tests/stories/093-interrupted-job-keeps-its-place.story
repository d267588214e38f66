An interrupted job keeps its place: ties go by the job's number, not by the return to the queue.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 5400 s}, checkpoint: {write: 60 s, restore: 30 s, every: 50 min}}
    arrivals: {at: [0 s]}
  b: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [100 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, max_instances: 1}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 6030
  spot #1: 0 compute 3000 checkpoint 3060 rework 3600 interrupted
  spot #2: 3600 restore 3630 compute 6030 finished
job 2 b: submitted 100, queued 5930, finished 7030
  spot #2: 6030 compute 7030 finished
spot #1: 0..3600, lost
spot #2: 3600..7030
