Price × seconds is rounded once to a micro-dollar, halves up, a bill: 61 s at 1000.5 micro-dollars a second.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 61 s}}, arrivals: {at: [0 s, 100 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.6018 USD/gpu-h}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, finished 61
  cloud #1: 0 compute 61 finished
job 2 a: submitted 100, queued 0, finished 161
  cloud #2: 100 compute 161 finished
cloud #1: 0..61
cloud #2: 100..161
metric cost_on_demand_usd 0.122062
