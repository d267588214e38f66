From its notice on a machine takes no new job and is given back as soon as it has none, even where one waits for it.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 3400 s}}, arrivals: {at: [0 s]}}
  b: {job: {duration: {gpu: g, time: 100 s}}, arrivals: {at: [3100 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 10 min, boot: 60 s, max_instances: 1}
strategies:
  only: {pools: [spot], idle_timeout: 1 h}
----
job 1 a: submitted 0, queued 0, finished 3460
  spot #1: 0 boot 60 compute 3460 finished
job 2 b: submitted 3100, queued 360, finished 3620
  spot #2: 3460 boot 3520 compute 3620 finished
spot #1: 0..3460, notice 3000
spot #2: 3460..6460, notice 6460
