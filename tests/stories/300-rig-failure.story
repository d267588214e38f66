A failing rig interrupts every job on it without notice, is down until repaired, and its time to failure runs while it is up, busy or not.
trainyard: 1
horizon: 200 min
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 3000 s}}, arrivals: {at: [0 s]}}
  b:
    job: {duration: {gpu: g, time: 3000 s}, checkpoint: {write: 10 s, restore: 20 s, every: 1000 s}}
    arrivals: {at: [30 min]}
  c: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [40 min]}}
fleet:
  rigs:
    rig:
      gpu: g
      gpus: 2
      price: 0 USD
      life: 1 year
      power: {busy: 1 kW, idle: 500 W, electricity: 0.36 USD/kWh}
      failures: {mtbf: 1 h, repair: 30 min, part: 100 USD}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 3000
  rig #1: 0 compute 3000 finished
job 2 b: submitted 1800, queued 1800, finished 7430
  rig #1: 1800 compute 2800 checkpoint 2810 rework 3600 interrupted
  rig #1: 5400 restore 5420 compute 6420 checkpoint 6430 compute 7430 finished
job 3 c: submitted 2400, queued 2400, finished 6400
  rig #1: 3000 rework 3600 interrupted
  rig #1: 5400 compute 6400 finished
rig #1: down 3600..5400
rig #1: down 9000..10800
metric interruptions 2
metric reclaims 0
metric down_gpu_h 2
metric cost_repair_usd 200
metric cost_energy_usd 0.62975
metric idle_waste_usd 0.20925
metric overhead_usd 0.001
metric rework_usd 0.0695
metric useful_usd 0.35
metric cash_usd 200.62975
metric accounted_s 12000
