In one second the decision comes before the ends of idle timeouts: the job that arrives then still gets the warm machine.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s, 1660 s, 3261 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, boot: 60 s}
strategies:
  only: {pools: [cloud], idle_timeout: 10 min}
----
job 1 a: submitted 0, queued 0, finished 1060
  cloud #1: 0 boot 60 compute 1060 finished
job 2 a: submitted 1660, queued 0, finished 2660
  cloud #1: 1660 compute 2660 finished
job 3 a: submitted 3261, queued 0, finished 4321
  cloud #2: 3261 boot 3321 compute 4321 finished
cloud #1: 0..3260
cloud #2: 3261..4921
