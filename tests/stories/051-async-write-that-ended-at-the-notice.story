An asynchronous write that ends in the second of the notice saved what was done until it began; the job writes what it did since.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a:
    job: {duration: {gpu: g, time: 5000 s}, checkpoint: {write: 100 s, restore: 10 s, every: 1690 s, async: true}}
    arrivals: {at: [0 s]}
fleet:
  spot:
    spot: {gpu: g, price: 3.60 USD/gpu-h, interruptions: {life: 1 h}, notice: 2 min}
strategies:
  only: {pools: [spot]}
----
job 1 a: submitted 0, queued 0, finished 5110
  spot #1: 0 compute 3480 checkpoint 3580 interrupted
  spot #2: 3580 restore 3590 compute 5110 finished
spot #1: 0..3580, notice 3480
spot #2: 3580..5110
