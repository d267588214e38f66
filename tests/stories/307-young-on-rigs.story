On rigs that fail, Young's interval follows from their time to failure and the rigs of the gang.
trainyard: 1
horizon: 1 h
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 800 s}, checkpoint: {write: 9 s, restore: 9 s, every: 50 s}}, arrivals: {at: [0 s]}}
  b:
    job: {gpus: 2, duration: {gpu: g, time: 800 s}, checkpoint: {write: 18 s, restore: 18 s, every: 50 s}}
    arrivals: {at: [0 s]}
fleet:
  rigs:
    rig: {count: 3, gpu: g, price: 0 USD, life: 1 year, multi_rig: true, failures: {mtbf: 2 h, repair: 30 min}}
strategies:
  only: {pools: [rig], checkpoint: young}
----
job 1 a: submitted 0, queued 0, finished 818
  rig #1: 0 compute 360 checkpoint 369 compute 729 checkpoint 738 compute 818 finished
job 2 b: submitted 0, queued 0, finished 836
  rig #2+3: 0 compute 360 checkpoint 378 compute 738 checkpoint 756 compute 836 finished
