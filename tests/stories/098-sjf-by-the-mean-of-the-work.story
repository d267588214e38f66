Without a pilot the estimate is the mean of the job's work, never the true work: `lucky` does 100 s, and waits as one of 300 s.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  first: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s]}}
  lucky:
    job: {duration: {gpu: g, time: {choice: [{weight: 1, value: 100 s}, {weight: 1, value: 500 s}]}}}
    arrivals: {at: [10 s]}
  certain: {job: {duration: {gpu: g, time: 200 s}}, arrivals: {at: [20 s]}}
fleet:
  rigs:
    rig: {gpu: g, price: 1000 USD, life: 1000 d}
strategies:
  only: {pools: [rig], queue: sjf}
----
job 1 first: submitted 0, queued 0, finished 1000
  rig #1: 0 compute 1000 finished
job 2 lucky: submitted 10, queued 1190, finished 1300
  rig #1: 1200 compute 1300 finished
job 3 certain: submitted 20, queued 980, finished 1200
  rig #1: 1000 compute 1200 finished
