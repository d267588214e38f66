When one rig of a gang fails, the job releases the others; two that fail at once are one interruption.
trainyard: 1
horizon: 14950 s
after_horizon: cut
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  gang: {job: {gpus: 2, duration: {gpu: g, time: 5000 s}}, arrivals: {at: [0 s]}}
  d: {job: {duration: {gpu: g, time: 500 s}}, arrivals: {at: [12000 s]}}
fleet:
  rigs:
    rig:
      count: 2
      gpu: g
      price: 0 USD
      life: 1 year
      multi_rig: true
      failures: {mtbf: 1 h, repair: 2 h, spares: 1, swap: 10 min}
strategies:
  only: {pools: [rig], queue: first-fit}
----
job 1 gang: submitted 0, queued 8350, unfinished
  rig #1+2: 0 rework 3600 interrupted
  rig #1+2: 11400 rework 14400 interrupted
job 2 d: submitted 12000, queued 2400, finished 14900
  rig #1: 14400 compute 14900 finished
rig #1: down 3600..4200
rig #2: down 3600..10800
rig #1: down 7800..11400
rig #2: down 14400..14950
metric interruptions 2
metric idle_gpu_h 1.1805555555555556
