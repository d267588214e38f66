Electricity by the hour of the week: peak hours are those of weight 1 and more; what a job drew is priced when it drew it, and a broken rig draws nothing.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 2 h}}, arrivals: {at: [8 h]}}
fleet:
  rigs:
    rig:
      gpu: g
      price: 0 USD
      life: 1 year
      power:
        busy: 1 kW
        idle: 100 W
        electricity: {peak: 0.30 USD/kWh, off_peak: 0.10 USD/kWh, profile: office-hours}
        grid: 500 g/kWh
      failures: {mtbf: 12 h, repair: 3 h}
    average:
      gpu: g
      price: 0 USD
      life: 1 year
      power: {busy: 1 kW, idle: 100 W, electricity: {average: 0.10 USD/kWh, profile: office-hours}}
strategies:
  only: {pools: [rig, average]}
----
job 1 a: submitted 28800, queued 0, finished 36000
  rig #1: 28800 compute 36000 finished
rig #1: down 43200..54000
metric stream.a.total_cost_usd 0.4
metric pool.rig.cost_energy_usd 0.67
metric pool.rig.useful_usd 0.4
metric pool.rig.idle_waste_usd 0.27
metric pool.rig.cash_usd 0.67
metric pool.rig.energy_kwh 3.9
metric pool.rig.co2_kg 1.95
metric pool.average.cost_energy_usd 0.318
metric pool.average.co2_kg null
metric co2_kg 1.95
