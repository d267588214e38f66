Tardiness is how long after its deadline a job ends, over the jobs that have one, the run's and each team's.
trainyard: 1
horizon: 3000 s
after_horizon: cut
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s], batch: 2}, deadline: 1500 s, team: red, waiting_cost: 36 USD/h}
  b: {job: {duration: {gpu: g, time: 2000 s}}, arrivals: {at: [100 s]}, deadline: 2000 s, team: blue}
  c: {job: {duration: {gpu: g, time: 100 s}}, arrivals: {at: [200 s]}, team: green}
fleet:
  rigs:
    rig: {gpu: g, price: 0 USD, life: 1 year}
strategies:
  only: {pools: [rig]}
----
job 1 a: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 a: submitted 0, queued 1000, finished 2000
  rig #1: 1000 compute 2000 finished
job 3 b: submitted 100, queued 1900, unfinished
  rig #1: 2000 compute 3000 open
job 4 c: submitted 200, queued 2800, unfinished
metric deadline_misses 2
metric tardiness_mean_s 466.6666666666667
metric tardiness_max_s 900
metric team.red.tardiness_mean_s 250
metric team.red.deadline_misses 1
metric team.red.waiting_cost_usd 30
metric team.red.queue_time_mean_s 500
metric team.blue.tardiness_p50_s 900
metric team.green.tardiness_mean_s null
