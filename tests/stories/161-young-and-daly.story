Young: √(2 C M), Daly: √(2 C M) (1 + √(C/2M)/3 + (C/2M)/9) − C, with C the write and M the mean time to an interruption of the gang.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1500 s}, checkpoint: {write: 18 s, restore: 10 s, every: 1 h}}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 10000 s}}
strategies:
  young: {pools: [spot], checkpoint: young}
  daly: {pools: [spot], checkpoint: daly}
----
strategy young
job 1 a: submitted 0, queued 0, finished 1536
  spot #1: 0 compute 600 checkpoint 618 compute 1218 checkpoint 1236 compute 1536 finished
spot #1: 0..1536
strategy daly
job 1 a: submitted 0, queued 0, finished 1536
  spot #1: 0 compute 588 checkpoint 606 compute 1194 checkpoint 1212 compute 1536 finished
spot #1: 0..1536
