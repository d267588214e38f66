`cheapest` saves 50 cents and misses the deadline; `fastest` pays ten times as much for twelve minutes.
trainyard: 1
horizon: 1 d
gpus: {slow: {memory: 80 GB, speed: 0.25}, good: {memory: 80 GB, speed: 1}, fast: {memory: 80 GB, speed: 1.25}}
workload:
  a: {job: {duration: {gpu: good, time: 1 h}}, arrivals: {at: [0 s]}, deadline: 2 h}
fleet:
  on_demand:
    slow-card: {gpu: slow, price: 0.50 USD/h}
    card: {gpu: good, price: 2.50 USD/h}
    fast-card: {gpu: fast, price: 31.25 USD/h}
strategies:
  cheapest: {pools: [card, slow-card, fast-card], choose: cheapest}
  fastest: {pools: [card, slow-card, fast-card], choose: fastest}
  in-order: {pools: [card, slow-card, fast-card]}
----
strategy cheapest
job 1 a: submitted 0, queued 0, finished 14400
  slow-card #1: 0 compute 14400 finished
slow-card #1: 0..14400
metric total_cost_usd 2
metric deadline_misses 1
strategy fastest
job 1 a: submitted 0, queued 0, finished 2880
  fast-card #1: 0 compute 2880 finished
fast-card #1: 0..2880
metric total_cost_usd 25
metric deadline_misses 0
strategy in-order
job 1 a: submitted 0, queued 0, finished 3600
  card #1: 0 compute 3600 finished
card #1: 0..3600
metric total_cost_usd 2.5
metric deadline_misses 0
