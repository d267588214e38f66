The gang's rate is that of a machine × machines: 4 machines are interrupted four times as often as one, so the interval is half of that for the same write.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {gpus: 4, duration: {gpu: g, time: 400 s}, checkpoint: {size: 72 GB, every: 1 h}}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 10000 s}}
strategies:
  only: {pools: [spot], checkpoint: young}
----
job 1 a: submitted 0, queued 0, finished 418
  spot #1+2+3+4: 0 compute 300 checkpoint 318 compute 418 finished
spot #1: 0..418
spot #2: 0..418
spot #3: 0..418
spot #4: 0..418
