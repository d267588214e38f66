A machine without a job is given back at its notice.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 10 min}
strategies:
  only: {pools: [spot], idle_timeout: 2 h}
----
job 1 a: submitted 0, queued 0, finished 1000
  spot #1: 0 compute 1000 finished
spot #1: 0..3000, notice 3000
metric reclaims 1
metric interruptions 0
metric cost_spot_usd 3
