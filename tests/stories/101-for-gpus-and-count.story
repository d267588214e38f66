`for` and `gpus` say which jobs a pool serves; `count` is how many rigs the strategy has.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s, 0 s]}}
  b: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
  wide: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
fleet:
  rigs:
    rig: {count: 3, gpu: g, gpus: 1, price: 1000 USD, life: 1000 d}
  on_demand:
    for-wide: {gpu: g, price: 3.60 USD/gpu-h}
    for-b: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [{pool: for-wide, gpus: {min: 2}}, {pool: for-b, for: [b], gpus: {max: 1}}, {pool: rig, count: 1}]}
----
job 1 a: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 a: submitted 0, queued 1000, finished 2000
  rig #1: 1000 compute 2000 finished
job 3 b: submitted 0, queued 0, finished 1000
  for-b #1: 0 compute 1000 finished
job 4 wide: submitted 0, queued 0, finished 1000
  for-wide #1+2: 0 compute 1000 finished
for-b #1: 0..1000
for-wide #1: 0..1000
for-wide #2: 0..1000
metric cost_depreciation_usd 1
metric pool.rig.idle_gpu_h 23.444444444444443
