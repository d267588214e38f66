Ahead of its pace a job waits for the market until 1800, is behind at 1801, and goes back at 2002, far enough ahead.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  due: {job: {duration: {gpu: g, time: 3000 s}, checkpoint: {write: 0 s, restore: 0 s, every: 300 s}}, arrivals: {at: [0 s]}, deadline: 6000 s}
  y: {job: {duration: {gpu: g, time: 900 s}}, arrivals: {at: [950 s]}, priority: 5}
fleet:
  spot:
    market: {gpu: g, price: 1 USD/h, interruptions: {life: 1000 s}, max_instances: 1}
  on_demand:
    cloud: {gpu: g, price: 3 USD/h, boot: 50 s}
strategies:
  even: {pools: [market, {pool: cloud, for: [due]}], queue: priority, deadline: {guard: uniform-progress, fallback: cloud}}
----
job 1 due: submitted 0, queued 801, finished 4151
  market #1: 0 compute 900 rework 1000 interrupted
  cloud #1: 1801 boot 1851 compute 2002 moved
  market #3: 2002 compute 2902 rework 3002 interrupted
  market #4: 3002 compute 3902 rework 4002 interrupted
  market #5: 4002 compute 4151 finished
job 2 y: submitted 950, queued 50, finished 1900
  market #2: 1000 compute 1900 finished
market #1: 0..1000, lost
market #2: 1000..1900
cloud #1: 1801..2002
market #3: 2002..3002, lost
market #4: 3002..4002, lost
market #5: 4002..4151
metric interruptions 3
metric deadline_misses 0
