A failure that finds a part on the shelf takes `swap`; one that finds none waits for its own, or for one for the shelf that comes before.
trainyard: 1
horizon: 14000 s
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [1 h, 10000 s]}}
fleet:
  rigs:
    rig:
      count: 2
      gpu: g
      price: 0 USD
      life: 1 year
      failures: {mtbf: 1 h, repair: 2 h, part: 50 USD, spares: 1, swap: 10 min}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 3600, queued 600, finished 5200
  rig #1: 4200 compute 5200 finished
job 2 a: submitted 10000, queued 800, finished 11800
  rig #2: 10800 compute 11800 finished
rig #1: down 3600..4200
rig #2: down 3600..10800
rig #1: down 7800..11400
metric cost_repair_usd 200
metric cash_usd 200
metric down_gpu_h 3.1666666666666665
metric useful_usd 0
