Asynchronous writes contend too, while compute goes on: what was done until a write began is safe when it ends.
trainyard: 1
horizon: 1 h
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 250 s}, checkpoint: {size: 10 GB, every: 100 s, async: true}}
    arrivals: {at: [0 s, 0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 215 s}, shared: true}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 385
  spot #1: 0 compute 100 rework 215 interrupted
  spot #3: 215 restore 235 compute 385 finished
job 2 a: submitted 0, queued 0, finished 385
  spot #2: 0 compute 100 rework 215 interrupted
  spot #4: 215 restore 235 compute 385 finished
spot #1: 0..215, lost
spot #2: 0..215, lost
spot #3: 215..385
spot #4: 215..385
metric rework_gpu_h 0.06388888888888888
