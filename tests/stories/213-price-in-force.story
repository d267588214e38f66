Spot at a price that changes is billed by the second at the price in force; at `max_price` itself it stays.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1500 s}}, arrivals: {at: [500 s]}}
fleet:
  spot:
    spot: {gpu: g, price: {trace: price.csv}, max_price: 7.20 USD/h, interruptions: none}
strategies:
  only: {pools: [spot]}
---- price.csv
t_s,available,price
0,9,3.60
1000,9,7.20
2000,9,3.60
86400,9,3.60
----
job 1 a: submitted 500, queued 0, finished 2000
  spot #1: 500 compute 2000 finished
spot #1: 500..2000
metric total_cost_usd 2.5
metric reclaims 0
