`cheapest` and `fastest` choose among the open pools with room, and wait for none that is full.
trainyard: 1
horizon: 1 d
gpus: {slow: {memory: 80 GB, speed: 1}, fast: {memory: 80 GB, speed: 2}}
workload:
  a: {job: {duration: {gpu: slow, time: 1 h}}, arrivals: {at: [0 s, 10 s]}}
fleet:
  on_demand:
    cheap: {gpu: slow, price: 1 USD/h, max_instances: 1}
    dear: {gpu: fast, price: 4 USD/h}
strategies:
  in-order: {pools: [dear, cheap]}
  cheapest: {pools: [dear, cheap], choose: cheapest}
  fastest: {pools: [cheap, dear], choose: fastest}
----
strategy in-order
job 1 a: submitted 0, queued 0, finished 1800
  dear #1: 0 compute 1800 finished
job 2 a: submitted 10, queued 0, finished 1810
  dear #2: 10 compute 1810 finished
dear #1: 0..1800
dear #2: 10..1810
strategy cheapest
job 1 a: submitted 0, queued 0, finished 3600
  cheap #1: 0 compute 3600 finished
job 2 a: submitted 10, queued 0, finished 1810
  dear #1: 10 compute 1810 finished
cheap #1: 0..3600
dear #1: 10..1810
metric total_cost_usd 3
strategy fastest
job 1 a: submitted 0, queued 0, finished 1800
  dear #1: 0 compute 1800 finished
job 2 a: submitted 10, queued 0, finished 1810
  dear #2: 10 compute 1810 finished
dear #1: 0..1800
dear #2: 10..1810
metric total_cost_usd 4
