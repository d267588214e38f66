A pilot pays for two loads and a restore, whether anybody needs the estimate or not.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 4000 s}, load: 10 min, checkpoint: {write: 20 s, restore: 30 s}, pilot: {share: 10 %, error: 10 %}}, arrivals: {at: [0 s]}}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 5230
  rig #1: 0 load 600 compute 1000 piloted
  rig #1: 1000 restore 1030 load 1630 compute 5230 finished
metric attempts 2
metric interruptions 0
