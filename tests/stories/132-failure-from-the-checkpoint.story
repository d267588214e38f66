A failed attempt starts over from its last checkpoint, and queues again; what was not safe is rework. (The seconds of the failures are drawn.)
trainyard: 1
horizon: 1 d
seed: 5
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job:
      duration: {gpu: g, time: 5 s}
      checkpoint: {write: 10 s, restore: 20 s, every: 1 s}
      failure: {probability: 100 %, retries: 2}
    arrivals: {at: [0 s]}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, failed 76
  cloud #1: 0 compute 1 checkpoint 11 compute 12 checkpoint 22 rework 23 failed
  cloud #1: 23 restore 43 compute 44 checkpoint 54 rework 55 failed
  cloud #1: 55 restore 75 rework 76 failed
cloud #1: 0..76
metric rework_usd 0.003
metric useful_usd 0.003
metric overhead_usd 0.07
