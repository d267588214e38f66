A safety net leaves a job alone that computes: at 1901 less time is left than it asks for, and the work is done at 2000.
trainyard: 1
horizon: 1 d
gpus: {slow: {memory: 80 GB, speed: 0.5}, g: {memory: 80 GB, speed: 1}}
workload:
  due: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}, deadline: 2150 s}
fleet:
  spot:
    market: {gpu: slow, price: 1 USD/h, interruptions: none}
  on_demand:
    cloud: {gpu: g, price: 3 USD/h, boot: 100 s}
strategies:
  net: {pools: [market, cloud], deadline: {guard: safety-net, fallback: cloud}}
----
job 1 due: submitted 0, queued 0, finished 2000
  market #1: 0 compute 2000 finished
market #1: 0..2000
