The same ticks say the opposite by their format: 1 = preempted, or 1 = available.
trainyard: 1
horizon: 1 d
gpus: {g: {memory: 80 GB, speed: 1}}
workload:
  a: {job: {duration: {gpu: g, time: 1000 s}}, arrivals: {at: [1000 s]}}
fleet:
  spot:
    late: {gpu: g, price: 3.60 USD/gpu-h, interruptions: none, availability: {trace: ticks.json, format: cant-be-late}}
    sky: {gpu: g, price: 3.60 USD/gpu-h, interruptions: none, availability: {trace: ticks.json, format: skypilot}}
strategies:
  late: {pools: [late]}
  sky: {pools: [sky]}
---- ticks.json
{"metadata": {"gap_seconds": 600}, "data": [0, 0, 1, 1, 0, 0, 1]}
----
strategy late
job 1 a: submitted 1000, queued 1200, finished 3400
  late #1: 1000 rework 1200 interrupted
  late #2: 2400 compute 3400 finished
late #1: 1000..1200, lost
late #2: 2400..3400
strategy sky
job 1 a: submitted 1000, queued 200, finished 2200
  sky #1: 1200 compute 2200 finished
sky #1: 1200..2200
