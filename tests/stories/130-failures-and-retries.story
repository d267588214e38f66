When more than `retries` attempts have failed the job has failed; what the failures cost is rework, and setup is not repeated.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 1 s}, setup: 5 min, load: 99 s, linger: 100 s, failure: {probability: 100 %, retries: 2}}
    arrivals: {at: [0 s]}
    deadline: 1 d
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, boot: 60 s}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, failed 660
  cloud #1: 0 boot 60 setup 360 load 459 rework 460 failed
  cloud #1: 460 load 559 rework 560 failed
  cloud #1: 560 load 659 rework 660 failed, linger 760
cloud #1: 0..760
metric jobs_failed 1
metric jobs_finished 0
metric deadline_misses 1
metric attempts 3
metric interruptions 0
metric rework_usd 0.003
metric useful_usd 0
metric finished_work_gpu_h 0
metric usd_per_finished_gpu_h null
