A gang loses its youngest machine, keeps the others warm, and waits until there are enough for all of it.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 3000 s}, gpus: 2, checkpoint: {write: 10 s, restore: 20 s, every: 15 min}}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot:
      gpu: g
      price: 3.60 USD/gpu-h
      interruptions: none
      availability: {trace: spot.csv, format: trainyard}
strategies:
  only: {pools: [spot], idle_timeout: 30 min}
---- spot.csv
t_s,available
0,2
1000,1
2000,2
86400,2
----
job 1 a: submitted 0, queued 1000, finished 4140
  spot #1+2: 0 compute 900 checkpoint 910 rework 1000 interrupted
  spot #1+3: 2000 restore 2020 compute 2920 checkpoint 2930 compute 3830 checkpoint 3840 compute 4140 finished
spot #1: 0..5940
spot #2: 0..1000, lost
spot #3: 2000..5940
