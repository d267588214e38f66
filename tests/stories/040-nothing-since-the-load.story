A job whose load ends in the second of the notice is computing and has computed nothing: it leaves at once, checkpoints or not.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 3000 s}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 1000 s}, load: 58 min}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [cloud, spot]}
----
job 1 a: submitted 0, queued 0, finished 3000
  cloud #1: 0 compute 3000 finished
job 2 b: submitted 0, queued 0, finished 7960
  spot #1: 0 load 3480 interrupted
  cloud #2: 3480 load 6960 compute 7960 finished
cloud #1: 0..3000
spot #1: 0..3480, notice 3480
cloud #2: 3480..7960
