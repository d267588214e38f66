Stranded GPUs are on the last machine of the gang, warm ones counted first: a gang of 3 uses both GPUs of the warm one.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {gpus: 2, duration: {gpu: g, time: 600 s}}, arrivals: {at: [0 s]}}
  b: {job: {gpus: 3, duration: {gpu: g, time: 1200 s}, linger: 36 min}, arrivals: {at: [10 min]}}
fleet:
  spot:
    spot: {gpu: g, gpus: 2, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 600
  spot #1: 0 compute 600 finished
job 2 b: submitted 600, queued 0, finished 1800
  spot #1+2: 600 compute 1800 finished, linger 3960
spot #1: 0..3600, lost
spot #2: 600..3960
metric linger_gpu_h 1.6
metric stranded_gpu_h 0.9333333333333333
