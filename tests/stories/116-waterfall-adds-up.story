Useful, idle waste, overhead and rework add up to the total; the first is the remainder.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job:
      duration: {gpu: g, time: 5000 s}
      setup: 200 s
      load: 100 s
      linger: 300 s
      checkpoint: {write: 50 s, restore: 40 s, every: 25 min}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, boot: 60 s}
strategies:
  only: {pools: [spot], idle_timeout: 500 s}
----
job 1 a: submitted 0, queued 0, finished 5850
  spot #1: 0 boot 60 setup 260 load 360 compute 1860 checkpoint 1910 compute 3410 checkpoint 3460 rework 3600 interrupted
  spot #2: 3600 boot 3660 restore 3700 load 3800 compute 5300 checkpoint 5350 compute 5850 finished, linger 6150
spot #1: 0..3600, lost
spot #2: 3600..6650
metric total_cost_usd 6.65
metric useful_usd 5
metric idle_waste_usd 1
metric overhead_usd 0.51
metric rework_usd 0.14
metric cash_usd 6.65
metric team.a.total_cost_usd 6.15
