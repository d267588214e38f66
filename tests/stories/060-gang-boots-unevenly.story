A gang goes on when its last machine has booted; a warm machine that waits for it is in boot as well.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 240 s}}, arrivals: {at: [0 s]}}
  b: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}}, arrivals: {at: [10 min]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, boot: 6 min}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, finished 600
  cloud #1: 0 boot 360 compute 600 finished
job 2 b: submitted 600, queued 0, finished 1960
  cloud #1+2: 600 boot 960 compute 1960 finished
cloud #1: 0..1960
cloud #2: 600..1960
metric boot_gpu_h 0.3
metric total_cost_usd 3.32
metric overhead_usd 1.08
metric useful_usd 2.24
