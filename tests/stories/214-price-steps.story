Prices by steps: each second costs what is in force then, also those that a bill is rounded up by.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 2000 s}}, arrivals: {at: [0 s]}}
fleet:
  on_demand:
    cloud: {gpu: g, price: [{from: 0 d, price: 3.60 USD/h}, {from: 1000 s, price: 1.80 USD/h}]}
    hourly: {gpu: g, price: [{from: 0 d, price: 3.60 USD/h}, {from: 1000 s, price: 1.80 USD/h}], billing: {per: 1 h}}
strategies:
  exact: {pools: [cloud]}
  hourly: {pools: [hourly]}
----
strategy exact
job 1 a: submitted 0, queued 0, finished 2000
  cloud #1: 0 compute 2000 finished
cloud #1: 0..2000
metric total_cost_usd 1.5
strategy hourly
job 1 a: submitted 0, queued 0, finished 2000
  hourly #1: 0 compute 2000 finished
hourly #1: 0..2000
metric total_cost_usd 2.3
