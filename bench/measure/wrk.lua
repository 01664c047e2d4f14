-- Requests take turns with those in BENCH_REQUESTS, one a line: method, target, and a JSON text or nothing, with tabs between.
-- The result is printed as one line of JSON.
local lines = {}
for line in io.lines(os.getenv("BENCH_REQUESTS")) do lines[#lines + 1] = line end
local requests, turn = {}, 0

function init()
  for i, line in ipairs(lines) do
    local method, target, body = line:match("^(%u+)\t([^\t]*)\t(.*)$")
    if method == "POST" then wrk.headers["Content-Type"] = "application/json" else body = nil end
    requests[i] = wrk.format(method, target, nil, body)
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
