With `boot: false` an instance that is lost in the second in which it is ready was paid for no second, and costs nothing.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 250 s}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 300 s}, load: 10 s}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 5 min}, boot: 5 min, billing: {boot: false}}
strategies:
  only: {pools: [cloud, spot]}
----
job 1 a: submitted 0, queued 0, finished 250
  cloud #1: 0 compute 250 finished
job 2 b: submitted 0, queued 0, finished 610
  spot #1: 0 boot 300 interrupted
  cloud #2: 300 load 310 compute 610 finished
cloud #1: 0..250
spot #1: 0..300, lost
cloud #2: 300..610
metric cost_spot_usd 0
metric boot_gpu_h 0
