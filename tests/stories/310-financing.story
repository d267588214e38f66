Financing is interest on what is not yet written off, from when the rigs are bought; after the life on the resale value.
trainyard: 1
horizon: 200 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 20 d}}, arrivals: {at: [0 s]}}
fleet:
  rigs:
    new: {gpu: g, price: 1000 USD, life: 400 d, financing: {rate: 7.3 %}}
    later: {gpu: g, price: 1000 USD, life: 400 d, financing: {rate: 7.3 %}, available: 100 d}
    old: {gpu: g, price: 1000 USD, resale: 50 %, life: 100 d, financing: {rate: 7.3 %}}
strategies:
  only: {pools: [new, later, old]}
----
job 1 a: submitted 0, queued 0, finished 1728000
  new #1: 0 compute 1728000 finished
metric pool.new.cost_financing_usd 30
metric pool.new.cost_depreciation_usd 500
metric pool.new.cash_usd 1030
metric pool.new.useful_usd 53
metric pool.new.idle_waste_usd 477
metric pool.later.cost_financing_usd 17.5
metric pool.old.cost_financing_usd 25
metric cost_financing_usd 72.5
