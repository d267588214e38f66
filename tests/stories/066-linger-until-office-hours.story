`linger: {until: office-hours}` holds the machine until the next hour whose weight is at least 1; within one it ends at once.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1 h}, linger: {until: office-hours}}, arrivals: {at: [7 h, 8 h, 15 h]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 25200, queued 0, finished 28800
  cloud #1: 25200 compute 28800 finished, linger 32400
job 2 a: submitted 28800, queued 0, finished 32400
  cloud #2: 28800 compute 32400 finished
job 3 a: submitted 54000, queued 0, finished 57600
  cloud #3: 54000 compute 57600 finished
cloud #1: 25200..32400
cloud #2: 28800..32400
cloud #3: 54000..57600
metric linger_gpu_h 1
