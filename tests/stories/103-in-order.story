`choose: in-order`: the first pool of the list that is open and has room, whatever it costs.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [0 s, 10 s, 1000 s]}}
fleet:
  on_demand:
    cheap: {gpu: g, price: 1 USD/gpu-h}
    dear: {gpu: g, price: 3.60 USD/gpu-h, max_instances: 1}
strategies:
  only: {pools: [dear, cheap], idle_timeout: 1 h}
----
job 1 a: submitted 0, queued 0, finished 1000
  dear #1: 0 compute 1000 finished
job 2 a: submitted 10, queued 0, finished 1010
  cheap #1: 10 compute 1010 finished
job 3 a: submitted 1000, queued 0, finished 2000
  dear #1: 1000 compute 2000 finished
dear #1: 0..5600
cheap #1: 10..4610
