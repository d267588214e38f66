A broken rig depreciates on, and that is idle waste; work that ends in the very second of the failure is done.
trainyard: 1
horizon: 4 h
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 2 h}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 30 min}}, arrivals: {at: [150 min]}}
fleet:
  rigs:
    rig: {gpu: g, price: 24 USD, life: 1 d, upkeep: 1 USD/h, failures: {mtbf: 2 h, repair: 1 h}}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 7200
  rig #1: 0 compute 7200 finished
job 2 b: submitted 9000, queued 1800, finished 12600
  rig #1: 10800 compute 12600 finished
rig #1: down 7200..10800
metric interruptions 0
metric down_gpu_h 1
metric idle_gpu_h 0.5
metric paid_gpu_h 4
metric cost_repair_usd 0
metric idle_waste_usd 3
metric useful_usd 5
