Of arrivals it is the times that are rounded, not the gaps; without `first` the first job arrives after one gap; none at the horizon.
trainyard: 1
horizon: 400 s
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 10 s}}, arrivals: {every: 100.4 s}}
  b: {job: {duration: {gpu: g, time: 10 s}}, arrivals: {every: 100 s, first: 200 s}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 9}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 100, queued 0, finished 110
  cloud #1: 100 compute 110 finished
job 2 b: submitted 200, queued 0, finished 210
  cloud #2: 200 compute 210 finished
job 3 a: submitted 201, queued 0, finished 211
  cloud #3: 201 compute 211 finished
job 4 b: submitted 300, queued 0, finished 310
  cloud #4: 300 compute 310 finished
job 5 a: submitted 301, queued 0, finished 311
  cloud #5: 301 compute 311 finished
cloud #1: 100..110
cloud #2: 200..210
cloud #3: 201..211
cloud #4: 300..310
cloud #5: 301..311
metric accounted_s 400
