A job that ends at its deadline has met it; a second later it has missed it.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  met: {job: {duration: {gpu: g, time: 3600 s}}, arrivals: {at: [0 s]}, deadline: 1 h}
  missed: {job: {duration: {gpu: g, time: 3601 s}}, arrivals: {at: [0 s]}, deadline: 1 h}
  none: {job: {duration: {gpu: g, time: 9999 s}}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [cloud]}
----
job 1 met: submitted 0, queued 0, finished 3600
  cloud #1: 0 compute 3600 finished
job 2 missed: submitted 0, queued 0, finished 3601
  cloud #2: 0 compute 3601 finished
job 3 none: submitted 0, queued 0, finished 9999
  cloud #3: 0 compute 9999 finished
cloud #1: 0..3600
cloud #2: 0..3601
cloud #3: 0..9999
metric deadline_misses 1
metric team.met.deadline_misses 0
metric team.missed.deadline_misses 1
