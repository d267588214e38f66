A job that ends as the office closes lingers until it opens: 17:00 is no office hour any more.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1 h}, linger: {until: office-hours}}, arrivals: {at: [16 h]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 57600, queued 0, finished 61200
  cloud #1: 57600 compute 61200 finished, linger 118800
cloud #1: 57600..118800
metric linger_gpu_h 16
metric accounted_s 118800
