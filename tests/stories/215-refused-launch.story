A launch that the provider refuses costs nothing, and the job goes on to its next pool at once.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s, 100 s]}}
fleet:
  on_demand:
    never: {gpu: g, price: 1 USD/gpu-h, start_failure: {probability: 100 %, retry: 10 min}}
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
strategies:
  only: {pools: [never, cloud]}
----
job 1 a: submitted 0, queued 0, finished 1000
  cloud #1: 0 compute 1000 finished
job 2 a: submitted 100, queued 900, finished 2000
  cloud #1: 1000 compute 2000 finished
cloud #1: 0..2000
metric launches 1
metric total_cost_usd 2
