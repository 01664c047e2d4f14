-- Requests take turns with the bodies in BENCH_BODIES, one JSON text a line; the result is printed as one line of JSON.
local bodies = {}
for line in io.lines(os.getenv("BENCH_BODIES")) do bodies[#bodies + 1] = line end
local requests, turn = {}, 0

function init()
  wrk.headers["Content-Type"] = "application/json"
  for i, body in ipairs(bodies) do
    requests[i] = wrk.format("POST", nil, nil, body)
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format('RESULT {"requests":%d,"seconds":%f,"p50":%f,"p99":%f,"failed":%d}\n', summary.requests,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, e.connect + e.read + e.write + e.status))
end
