With `from: scratch` a failure loses the safe checkpoint too: all of it is rework, nothing is restored. (The seconds of the failures are drawn.)
trainyard: 1
horizon: 1 d
seed: 5
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job:
      duration: {gpu: g, time: 5 s}
      checkpoint: {write: 10 s, restore: 20 s, every: 1 s}
      failure: {probability: 100 %, retries: 2, from: scratch}
    arrivals: {at: [0 s]}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, failed 80
  cloud #1: 0 rework 1 checkpoint 11 rework 12 checkpoint 22 rework 23 failed
  cloud #1: 23 rework 24 checkpoint 34 rework 35 checkpoint 45 rework 46 checkpoint 56 rework 57 failed
  cloud #1: 57 rework 58 checkpoint 68 rework 69 checkpoint 79 rework 80 failed
cloud #1: 0..80
metric rework_usd 0.01
metric useful_usd 0
metric overhead_usd 0.07
