Work is on reference GPUs: speed of the GPU type, or the kind's own on it, times efficiency.
trainyard: 1
horizon: 1 d
gpus: {half: {memory: 80 GB, speed: 0.5}}
workload:
  plain: {job: {work: 0.5 gpu-h}, arrivals: {at: [0 s]}}
  leaky: {job: {work: 0.4 gpu-h, efficiency: 80 %}, arrivals: {at: [0 s]}}
  tuned: {job: {work: 2 gpu-h, speed: {half: 2}}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot: {gpu: half, price: 3.60 USD/gpu-h, interruptions: none}
strategies:
  only: {pools: [spot]}
----
job 1 plain: submitted 0, queued 0, finished 3600
  spot #1: 0 compute 3600 finished
job 2 leaky: submitted 0, queued 0, finished 3600
  spot #2: 0 compute 3600 finished
job 3 tuned: submitted 0, queued 0, finished 3600
  spot #3: 0 compute 3600 finished
spot #1: 0..3600
spot #2: 0..3600
spot #3: 0..3600
metric finished_work_gpu_h 2.9
metric usd_per_finished_gpu_h 3.724137931034483
