A machine that gets its notice in `linger` is given back as soon as the linger ends, before any idle timeout.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 2400 s}, linger: 15 min}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 10 min}
strategies:
  only: {pools: [spot], idle_timeout: 1 h}
----
job 1 a: submitted 0, queued 0, finished 2400
  spot #1: 0 compute 2400 finished, linger 3300
spot #1: 0..3300, notice 3000
metric linger_gpu_h 0.25
metric idle_gpu_h 0
