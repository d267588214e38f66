With `offset` second 0 is that far into the trace; with `repeat` it begins anew where its last row ends it.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 300 s}}, arrivals: {at: [0 s, 1190 s]}}
fleet:
  spot:
    spot:
      gpu: g
      price: 3.60 USD/gpu-h
      interruptions: none
      availability: {trace: spot.csv, format: trainyard, offset: 400 s, repeat: true}
strategies:
  only: {pools: [spot]}
---- spot.csv
t_s,available
0,1
600,0
1000,0
----
job 1 a: submitted 0, queued 400, finished 900
  spot #1: 0 rework 200 interrupted
  spot #2: 600 compute 900 finished
job 2 a: submitted 1190, queued 400, finished 1900
  spot #3: 1190 rework 1200 interrupted
  spot #4: 1600 compute 1900 finished
spot #1: 0..200, lost
spot #2: 600..900
spot #3: 1190..1200, lost
spot #4: 1600..1900
