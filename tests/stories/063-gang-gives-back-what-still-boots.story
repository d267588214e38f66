When one machine of a gang goes, one that is still in its boot is given back.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1200 s}}, arrivals: {at: [0 s]}}
  b: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [50 min]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, boot: 30 min}
strategies:
  only: {pools: [spot], idle_timeout: 10 min}
----
job 1 a: submitted 0, queued 0, finished 3000
  spot #1: 0 boot 1800 compute 3000 finished
job 2 b: submitted 3000, queued 0, finished 6400
  spot #1+2: 3000 boot 3600 interrupted
  spot #3+4: 3600 boot 5400 compute 6400 finished
spot #1: 0..3600, lost
spot #2: 3000..3600
spot #3: 3600..7000
spot #4: 3600..7000
metric boot_gpu_h 1.8333333333333333
metric total_cost_usd 11
metric interruptions 1
metric reclaims 1
