What a team's jobs hold counts as used while they run: at 1000 team a has 1000 GPU-seconds, b 900.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  long: {job: {duration: {gpu: g, time: 5000 s}}, arrivals: {at: [0 s]}, team: a}
  short: {job: {duration: {gpu: g, time: 900 s}}, arrivals: {at: [100 s]}, team: b}
  more-of-a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [500 s]}, team: a}
  more-of-b: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [600 s]}, team: b}
fleet:
  rigs:
    rig: {gpu: g, gpus: 2, price: 1000 USD, life: 1000 d}
strategies:
  fair: {pools: [rig], queue: fair-share}
----
job 1 long: submitted 0, queued 0, finished 5000
  rig #1: 0 compute 5000 finished
job 2 short: submitted 100, queued 0, finished 1000
  rig #1: 100 compute 1000 finished
job 3 more-of-a: submitted 500, queued 1500, finished 3000
  rig #1: 2000 compute 3000 finished
job 4 more-of-b: submitted 600, queued 400, finished 2000
  rig #1: 1000 compute 2000 finished
