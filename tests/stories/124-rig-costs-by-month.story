Depreciation, upkeep and energy: evenly over the window, a line per rig and calendar month; cash: bought at once, the rest by month.
trainyard: 1
start: 2026-01-31
horizon: 2 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {work: 10 gpu-h}, arrivals: {at: [0 s]}}
fleet:
  rigs:
    rig:
      gpu: g
      price: 1000 USD
      life: 100 d
      upkeep: 73 USD/month
      power: {busy: 1 kW, idle: 100 W, electricity: 0.10 USD/kWh, cooling: 1.5}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 36000
  rig #1: 0 compute 36000 finished
metric cost_depreciation_usd 20
metric cost_upkeep_usd 4.8
metric energy_kwh 20.7
metric cost_energy_usd 2.07
metric total_cost_usd 26.87
metric cash_usd 1006.87
metric idle_waste_usd 20.203333
metric useful_usd 6.666667
metric paid_gpu_h 48
metric idle_gpu_h 38
