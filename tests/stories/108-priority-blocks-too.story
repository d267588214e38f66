With `priority`, too, a job that must wait keeps later ones from the pool, however small they are.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  first: {job: {gpus: 1, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
  small: {job: {gpus: 1, duration: {gpu: g, time: 100 s}}, arrivals: {at: [10 s]}}
  wide: {job: {gpus: 2, duration: {gpu: g, time: 500 s}}, arrivals: {at: [10 s]}, priority: 1}
fleet:
  rigs:
    rig: {gpu: g, gpus: 2, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig], queue: priority}
----
job 1 first: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 small: submitted 10, queued 1490, finished 1600
  rig #1: 1500 compute 1600 finished
job 3 wide: submitted 10, queued 990, finished 1500
  rig #1: 1000 compute 1500 finished
