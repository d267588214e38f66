Boot and load are in the estimate: 100 + 50 + 989 s from 11 end at 1150, when the first machine is free.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}, load: 50 s}, arrivals: {at: [0 s]}}
  wide: {job: {gpus: 2, duration: {gpu: g, time: 1000 s}, load: 50 s}, arrivals: {at: [10 s]}}
  second-too-long: {job: {duration: {gpu: g, time: 990 s}, load: 50 s}, arrivals: {at: [11 s]}}
  fits: {job: {duration: {gpu: g, time: 989 s}, load: 50 s}, arrivals: {at: [11 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h, boot: 100 s, max_instances: 2}
strategies:
  easy: {pools: [cloud], queue: easy}
----
job 1 a: submitted 0, queued 0, finished 1150
  cloud #1: 0 boot 100 load 150 compute 1150 finished
job 2 wide: submitted 10, queued 1140, finished 2200
  cloud #1+2: 1150 load 1200 compute 2200 finished
job 3 second-too-long: submitted 11, queued 2189, finished 3240
  cloud #1: 2200 load 2250 compute 3240 finished
job 4 fits: submitted 11, queued 0, finished 1150
  cloud #2: 11 boot 111 load 161 compute 1150 finished
cloud #1: 0..3240
cloud #2: 11..2200
