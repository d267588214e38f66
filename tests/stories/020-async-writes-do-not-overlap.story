The next asynchronous write is due `every` after the last began, at the earliest when that has ended: here at 100, 250, 400.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 600 s}, checkpoint: {write: 150 s, restore: 30 s, every: 100 s, async: true}}
    arrivals: {at: [0 s]}
  b:
    job: {duration: {gpu: g, time: 450 s}, checkpoint: {write: 150 s, restore: 30 s, every: 100 s, async: true}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    ended: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 400 s}}
    a-second-less: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 399 s}}
strategies:
  only: {pools: [{pool: ended, for: [a]}, {pool: a-second-less, for: [b]}]}
----
job 1 a: submitted 0, queued 0, finished 780
  ended #1: 0 compute 250 rework 400 interrupted
  ended #2: 400 restore 430 compute 780 finished
job 2 b: submitted 0, queued 0, finished 779
  a-second-less #1: 0 compute 100 rework 399 interrupted
  a-second-less #2: 399 restore 429 compute 779 finished
ended #1: 0..400, lost
a-second-less #1: 0..399, lost
a-second-less #2: 399..779
ended #2: 400..780
