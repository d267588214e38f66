In pools without interruptions `young` and `daly` mean the job's own interval.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1500 s}, checkpoint: {write: 18 s, restore: 10 s, every: 1000 s}}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: none}
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
strategies:
  spot-young: {pools: [spot], checkpoint: young}
  cloud-daly: {pools: [cloud], checkpoint: daly}
  rig-young: {pools: [rig], checkpoint: young}
----
strategy spot-young
job 1 a: submitted 0, queued 0, finished 1518
  spot #1: 0 compute 1000 checkpoint 1018 compute 1518 finished
spot #1: 0..1518
strategy cloud-daly
job 1 a: submitted 0, queued 0, finished 1518
  cloud #1: 0 compute 1000 checkpoint 1018 compute 1518 finished
cloud #1: 0..1518
strategy rig-young
job 1 a: submitted 0, queued 0, finished 1518
  rig #1: 0 compute 1000 checkpoint 1018 compute 1518 finished
