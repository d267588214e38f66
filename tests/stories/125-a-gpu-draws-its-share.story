A GPU draws its share of the busy power in compute and rework, of the idle power in every other state; cooling is 1 by default.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {work: 10 gpu-h, setup: 1 h, load: 1 h}, arrivals: {at: [0 s]}}
fleet:
  rigs:
    rig:
      gpu: g
      gpus: 2
      price: {gpus: 300 USD, board: 100 USD}
      life: 12 h
      resale: 50 %
      power: {busy: 1000 W, idle: 200 W, electricity: 0.25 USD/kWh}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 43200
  rig #1: 0 setup 3600 load 7200 compute 43200 finished
metric cost_depreciation_usd 200
metric energy_kwh 8.8
metric cost_energy_usd 2.2
metric total_cost_usd 202.2
metric cash_usd 402.2
metric overhead_usd 4.191667
metric useful_usd 42.916666
metric idle_waste_usd 155.091667
