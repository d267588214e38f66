A machine freed at a second is warm for a job that starts at that second, with an idle timeout of 0 as well.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 940 s}}, arrivals: {at: [0 s, 1000 s, 1941 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, boot: 60 s}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 0, queued 0, finished 1000
  cloud #1: 0 boot 60 compute 1000 finished
job 2 a: submitted 1000, queued 0, finished 1940
  cloud #1: 1000 compute 1940 finished
job 3 a: submitted 1941, queued 0, finished 2941
  cloud #2: 1941 boot 2001 compute 2941 finished
cloud #1: 0..1940
cloud #2: 1941..2941
metric launches 2
metric idle_gpu_h 0
