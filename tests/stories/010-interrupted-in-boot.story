A machine lost while it boots interrupts the job; life counts from launch, boot included; what the boot took stays boot.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 450 s}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 300 s}}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 5 min}, boot: 10 min}
strategies:
  only: {pools: [cloud, spot]}
----
job 1 a: submitted 0, queued 0, finished 450
  cloud #1: 0 compute 450 finished
job 2 b: submitted 0, queued 0, finished 900
  spot #1: 0 boot 300 interrupted
  spot #2: 300 boot 600 interrupted
  cloud #2: 600 compute 900 finished
cloud #1: 0..450
spot #1: 0..300, lost
spot #2: 300..600, lost
cloud #2: 600..900
metric boot_gpu_h 0.16666666666666666
metric cost_spot_usd 0.6
metric cost_on_demand_usd 0.75
metric overhead_usd 0.6
metric useful_usd 0.75
metric interruptions 2
metric reclaims 2
metric launches 4
metric attempts 4
