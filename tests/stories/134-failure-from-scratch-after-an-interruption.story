A failure from scratch makes rework of what earlier attempts had saved. (The seconds of the failures are drawn.)
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 200 s}}, arrivals: {at: [0 s]}}
  b:
    job:
      duration: {gpu: g, time: 1000 s}
      checkpoint: {write: 10 s, restore: 20 s, every: 100 s}
      failure: {probability: 100 %, retries: 0, from: scratch}
    arrivals: {at: [0 s]}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 250 s}}
strategies:
  only: {pools: [cloud, spot]}
----
job 1 a: submitted 0, queued 0, finished 200
  cloud #1: 0 compute 200 finished
job 2 b: submitted 0, queued 0, failed 291
  spot #1: 0 rework 100 checkpoint 110 rework 210 checkpoint 220 rework 250 interrupted
  cloud #2: 250 restore 270 rework 291 failed
cloud #1: 0..200
spot #1: 0..250, lost
cloud #2: 250..291
metric rework_gpu_h 0.06972222222222223
metric useful_usd 0.2
metric jobs_failed 1
