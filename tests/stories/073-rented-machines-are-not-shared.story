An instance runs one job at a time, whatever it leaves stranded; a job of k GPUs takes ⌈k / gpus⌉ instances.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {gpus: 1, duration: {gpu: g, time: 100 s}}, arrivals: {at: [0 s, 0 s]}}
  b: {job: {gpus: 5, duration: {gpu: g, time: 100 s}}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, gpus: 4, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, finished 100
  cloud #1: 0 compute 100 finished
job 2 a: submitted 0, queued 0, finished 100
  cloud #2: 0 compute 100 finished
job 3 b: submitted 0, queued 0, finished 100
  cloud #3+4: 0 compute 100 finished
cloud #1: 0..100
cloud #2: 0..100
cloud #3: 0..100
cloud #4: 0..100
metric stranded_gpu_h 0.25
