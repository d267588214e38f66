Closed users submit, wait for the job to end, think, submit again; linger is not waited for.
trainyard: 1
horizon: 1 h
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 20 min}, linger: 50 s}, arrivals: {users: 2, think: 10 min}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, finished 1200
  cloud #1: 0 compute 1200 finished, linger 1250
job 2 a: submitted 0, queued 1250, finished 2450
  cloud #1: 1250 compute 2450 finished, linger 2500
job 3 a: submitted 1800, queued 700, finished 3700
  cloud #1: 2500 compute 3700 finished, linger 3750
job 4 a: submitted 3050, queued 700, finished 4950
  cloud #1: 3750 compute 4950 finished, linger 5000
cloud #1: 0..5000
