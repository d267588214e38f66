A shock (drawn: at second 10534) takes all at the same second, warned before; for the drought none is launched.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 40000 s}, checkpoint: {write: 60 s, restore: 30 s}}, arrivals: {at: [0 s, 0 s]}}
fleet:
  spot:
    spot:
      gpu: g
      price: 3.60 USD/gpu-h
      interruptions: none
      notice: 2 min
      shocks: {rate: 0.1/h, reclaim: 100 %, drought: 1 h}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 3600, finished 43750
  spot #1: 0 compute 10414 checkpoint 10474 interrupted
  spot #3: 10474 restore 10504 rework 10534 interrupted
  spot #5: 14134 restore 14164 compute 43750 finished
job 2 a: submitted 0, queued 3600, finished 43750
  spot #2: 0 compute 10414 checkpoint 10474 interrupted
  spot #4: 10474 restore 10504 rework 10534 interrupted
  spot #6: 14134 restore 14164 compute 43750 finished
spot #1: 0..10474, notice 10414
spot #2: 0..10474, notice 10414
spot #3: 10474..10534, lost
spot #4: 10474..10534, lost
spot #5: 14134..43750
spot #6: 14134..43750
