A machine that is lost in `linger` ends the linger and interrupts nothing: the job had ended.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}, linger: 2 h}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 1000
  spot #1: 0 compute 1000 finished, linger 3600
spot #1: 0..3600, lost
metric interruptions 0
metric reclaims 1
metric idle_waste_usd 2.6
