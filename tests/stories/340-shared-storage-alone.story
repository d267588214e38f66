Who is alone on shared storage takes size ÷ bandwidth as on storage of its own, rounded to the nearest second; a gang has the bandwidth of the one storage.
trainyard: 1
horizon: 1 h
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 250 s}, checkpoint: {size: 10.4 GB, every: 100 s}}, arrivals: {at: [0 s]}}
  b: {job: {gpus: 2, duration: {gpu: g, time: 150 s}, checkpoint: {size: 10.5 GB, every: 100 s}}, arrivals: {at: [1000 s]}}
fleet:
  on_demand:
    own: {gpu: g, price: 3.60 USD/gpu-h}
    shared: {gpu: g, price: 3.60 USD/gpu-h, shared: true}
strategies:
  apart: {pools: [own]}
  together: {pools: [shared]}
----
strategy apart
job 1 a: submitted 0, queued 0, finished 270
  own #1: 0 compute 100 checkpoint 110 compute 210 checkpoint 220 compute 270 finished
job 2 b: submitted 1000, queued 0, finished 1155
  own #2+3: 1000 compute 1100 checkpoint 1105 compute 1155 finished
own #1: 0..270
own #2: 1000..1155
own #3: 1000..1155
strategy together
job 1 a: submitted 0, queued 0, finished 270
  shared #1: 0 compute 100 checkpoint 110 compute 210 checkpoint 220 compute 270 finished
job 2 b: submitted 1000, queued 0, finished 1161
  shared #2+3: 1000 compute 1100 checkpoint 1111 compute 1161 finished
shared #1: 0..270
shared #2: 1000..1161
shared #3: 1000..1161
