Interruptions count: at one an hour, half an hour takes 0.65 h on spot, $0.65; two hours 6.39 h, which is dearer than $5.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  short: {job: {duration: {gpu: g, time: 30 min}}, arrivals: {at: [0 s]}}
  long: {job: {duration: {gpu: g, time: 2 h}}, arrivals: {at: [0 s]}}
fleet:
  spot:
    market: {gpu: g, price: 1 USD/h, interruptions: {life: 1 h}}
  on_demand:
    cloud: {gpu: g, price: 2.50 USD/h}
strategies:
  cheapest: {pools: [market, cloud], choose: cheapest}
----
job 1 short: submitted 0, queued 0, finished 1800
  market #1: 0 compute 1800 finished
job 2 long: submitted 0, queued 0, finished 7200
  cloud #1: 0 compute 7200 finished
market #1: 0..1800
cloud #1: 0..7200
metric total_cost_usd 5.5
