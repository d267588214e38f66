Depreciation is spread over the life, and ends with it; a rig goes on to run, and to be paid for in GPU-seconds.
trainyard: 1
horizon: 4 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {work: 12 gpu-h}, arrivals: {at: [3 d]}}
fleet:
  rigs:
    rig: {count: 2, gpu: g, price: 100 USD, resale: 4 %, life: 2 d}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 259200, queued 0, finished 302400
  rig #1: 259200 compute 302400 finished
metric cost_depreciation_usd 192
metric cash_usd 200
metric paid_gpu_h 192
metric useful_usd 12
metric idle_waste_usd 180
