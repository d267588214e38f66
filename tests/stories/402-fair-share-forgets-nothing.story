Fair-share forgets nothing: a team that used the rig while nobody wanted it waits behind all that a newcomer has.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  old: {job: {duration: {gpu: g, time: 4000 s}}, arrivals: {at: [0 s]}, team: old}
  old-short: {job: {duration: {gpu: g, time: 100 s}}, arrivals: {at: [3500 s]}, team: old}
  new: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [3900 s, 3900 s, 3900 s]}}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
strategies:
  fair: {pools: [rig], queue: fair-share}
  fifo: {pools: [rig]}
----
strategy fair
job 1 old: submitted 0, queued 0, finished 4000
  rig #1: 0 compute 4000 finished
job 2 old-short: submitted 3500, queued 3500, finished 7100
  rig #1: 7000 compute 7100 finished
job 3 new: submitted 3900, queued 100, finished 5000
  rig #1: 4000 compute 5000 finished
job 4 new: submitted 3900, queued 1100, finished 6000
  rig #1: 5000 compute 6000 finished
job 5 new: submitted 3900, queued 2100, finished 7000
  rig #1: 6000 compute 7000 finished
strategy fifo
job 1 old: submitted 0, queued 0, finished 4000
  rig #1: 0 compute 4000 finished
job 2 old-short: submitted 3500, queued 500, finished 4100
  rig #1: 4000 compute 4100 finished
job 3 new: submitted 3900, queued 200, finished 5100
  rig #1: 4100 compute 5100 finished
job 4 new: submitted 3900, queued 1200, finished 6100
  rig #1: 5100 compute 6100 finished
job 5 new: submitted 3900, queued 2200, finished 7100
  rig #1: 6100 compute 7100 finished
