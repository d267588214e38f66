A strategy's own duration replaces the job's `every`, or gives one to a job that has none.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 30 min}, checkpoint: {write: 10 s, restore: 10 s, every: 1 h}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 25 min}, checkpoint: {write: 10 s, restore: 10 s}}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [cloud], checkpoint: 10 min}
----
job 1 a: submitted 0, queued 0, finished 1820
  cloud #1: 0 compute 600 checkpoint 610 compute 1210 checkpoint 1220 compute 1820 finished
job 2 b: submitted 0, queued 0, finished 1520
  cloud #2: 0 compute 600 checkpoint 610 compute 1210 checkpoint 1220 compute 1520 finished
cloud #1: 0..1820
cloud #2: 0..1520
