Rigs that are bought later are there, cost and are paid from then on; what would be bought after the window is not.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1 h}}, arrivals: {at: [0 s]}}
fleet:
  rigs:
    rig: {gpu: g, price: 100 USD, life: 100 h, upkeep: 73 USD/month, available: 10 h}
    next: {count: 3, gpu: g, price: 100 USD, life: 100 h, upkeep: 73 USD/month, available: 24 h}
strategies:
  only: {pools: [rig, next]}
----
job 1 a: submitted 0, queued 36000, finished 39600
  rig #1: 36000 compute 39600 finished
metric paid_gpu_h 14
metric idle_gpu_h 13
metric cost_depreciation_usd 14
metric cost_upkeep_usd 1.4
metric cash_usd 101.4
metric pool.next.cash_usd 0
metric pool.next.total_cost_usd 0
