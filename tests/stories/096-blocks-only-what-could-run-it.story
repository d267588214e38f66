A job that must wait keeps nobody from pools that could never run it: too few GPUs a rig, another GPU type, too little memory.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}, other: {memory: 80 GB, speed: 1}, lean: {memory: 24 GB, speed: 1}}
workload:
  a: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
  b: {job: {gpus: 2, memory: 40 GB, gpu_types: [g, lean], duration: {gpu: g, time: 1000 s}}, arrivals: {at: [10 s]}}
  c: {job: {gpus: 1, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [20 s, 30 s, 30 s, 40 s]}}
fleet:
  rigs:
    big: {gpu: g, gpus: 2, price: 1000 USD, life: 1000 d}
    small: {gpu: g, gpus: 1, price: 1000 USD, life: 1000 d}
    different: {gpu: other, gpus: 2, price: 1000 USD, life: 1000 d}
    little: {gpu: lean, gpus: 2, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [big, small, different, little]}
----
job 1 a: submitted 0, queued 0, finished 1000
  big #1: 0 compute 1000 finished
job 2 b: submitted 10, queued 990, finished 2000
  big #1: 1000 compute 2000 finished
job 3 c: submitted 20, queued 0, finished 1020
  small #1: 20 compute 1020 finished
job 4 c: submitted 30, queued 0, finished 1030
  different #1: 30 compute 1030 finished
job 5 c: submitted 30, queued 0, finished 1030
  different #1: 30 compute 1030 finished
job 6 c: submitted 40, queued 0, finished 1040
  little #1: 40 compute 1040 finished
