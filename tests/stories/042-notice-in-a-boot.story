A job whose machine gets its notice while it boots keeps it; setup that follows is cut by the interruption.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 3000 s}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 1000 s}, setup: 10 min}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 10 min, boot: 55 min}
strategies:
  only: {pools: [cloud, spot]}
----
job 1 a: submitted 0, queued 0, finished 3000
  cloud #1: 0 compute 3000 finished
job 2 b: submitted 0, queued 0, finished 5200
  spot #1: 0 boot 3300 setup 3600 interrupted
  cloud #2: 3600 setup 4200 compute 5200 finished
cloud #1: 0..3000
spot #1: 0..3600, notice 3000, lost
cloud #2: 3600..5200
