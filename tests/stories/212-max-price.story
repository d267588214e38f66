An instance goes when the price passes `max_price`; none is launched above it.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1500 s}}, arrivals: {at: [0 s]}}
fleet:
  spot:
    spot: {gpu: g, price: {trace: price.csv}, max_price: 5 USD/h, interruptions: none}
strategies:
  only: {pools: [spot]}
---- price.csv
t_s,available,price
0,9,3.60
1000,9,7.20
2000,9,3.60
86400,9,3.60
----
job 1 a: submitted 0, queued 1000, finished 3500
  spot #1: 0 rework 1000 interrupted
  spot #2: 2000 compute 3500 finished
spot #1: 0..1000, lost
spot #2: 2000..3500
metric total_cost_usd 2.5
metric reclaims 1
