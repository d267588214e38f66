`first` is a time like the others: it is rounded for its own arrival, and the next come a gap after the time itself.
trainyard: 1
horizon: 400 s
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 10 s}}, arrivals: {every: 100.5 s, first: 50.5 s}}
fleet:
  on_demand:
    cloud: {gpu: g, price: 3.60 USD/gpu-h}
strategies:
  only: {pools: [cloud]}
----
job 1 a: submitted 51, queued 0, finished 61
  cloud #1: 51 compute 61 finished
job 2 a: submitted 151, queued 0, finished 161
  cloud #2: 151 compute 161 finished
job 3 a: submitted 252, queued 0, finished 262
  cloud #3: 252 compute 262 finished
job 4 a: submitted 352, queued 0, finished 362
  cloud #4: 352 compute 362 finished
cloud #1: 51..61
cloud #2: 151..161
cloud #3: 252..262
cloud #4: 352..362
