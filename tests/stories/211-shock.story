A shock (drawn: at second 13514) takes all at the same second, warned before; for the drought none is launched, warm ones are used.
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
