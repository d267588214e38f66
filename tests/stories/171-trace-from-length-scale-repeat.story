`from`, `length`, `scale` (of arrival times) and `repeat` fit a trace to the horizon.
trainyard: 1
horizon: 1 h
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  log:
    trace: {file: log.csv, format: trainyard, from: 1000 s, length: 1000 s, scale: 2, repeat: true}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [cloud]}
---- log.csv
submit_s,gpus,work_gpu_h
500,1,0.1
1000,1,0.1
1500,1,0.2
2000,1,0.3
----
job 1 log: submitted 0, queued 0, finished 360
  cloud #1: 0 compute 360 finished
job 2 log: submitted 1000, queued 0, finished 1720
  cloud #2: 1000 compute 1720 finished
job 3 log: submitted 2000, queued 0, finished 2360
  cloud #3: 2000 compute 2360 finished
job 4 log: submitted 3000, queued 0, finished 3720
  cloud #4: 3000 compute 3720 finished
cloud #1: 0..360
cloud #2: 1000..1720
cloud #3: 2000..2360
cloud #4: 3000..3720
