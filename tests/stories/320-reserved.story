Reserved instances are paid for all through their term, used or not; upfront is cash when the term begins and a cost spread over it.
trainyard: 1
start: 2026-01-31
horizon: 2 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 6 h}}, arrivals: {at: [0 s, 14 h]}}
  wide: {job: {gpus: 3, duration: {gpu: g, time: 1 h}}, arrivals: {at: [13 h]}}
fleet:
  reserved:
    base: {count: 2, gpu: g, gpus: 2, available: 12 h, term: 100 h, upfront: 100 USD, monthly: 730 USD/month}
strategies:
  only: {pools: [base]}
----
job 1 a: submitted 0, queued 43200, finished 64800
  base #1: 43200 compute 64800 finished
job 2 wide: submitted 46800, queued 18000, finished 68400
  base #1+2: 64800 compute 68400 finished
job 3 a: submitted 50400, queued 18000, finished 90000
  base #1: 68400 compute 90000 finished
base #1: 43200..172800
base #2: 43200..172800
metric cost_reserved_usd 144
metric cash_usd 272
metric paid_gpu_h 144
metric stranded_gpu_h 13
metric idle_gpu_h 116
metric useful_usd 15
metric idle_waste_usd 129
metric launches 0
metric attempts 3
metric accounted_s 172800
