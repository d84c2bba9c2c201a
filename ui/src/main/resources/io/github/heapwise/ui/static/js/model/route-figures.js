/** Name of what is beyond the limit of routes. */
export const OTHER = '(other)';

/** A route as the endpoints and addresses call it: `GET /orders/{id}`. */
export function routeName({method, route}) {
  return route === OTHER || !method ? route : `${method} ${route}`;
}

/** How much time the figures cover: less than the window at the start. @param {object} answer of the endpoint */
export function coveredSeconds({from, time, windowMillis}) {
  const seconds = (Date.parse(time) - Date.parse(from)) / 1000;
  return seconds > 0 ? Math.min(seconds, windowMillis / 1000) : windowMillis / 1000;
}

/** Share of the time of its requests in which the collector stopped them, `null` where it is not known. */
export function gcShare({requests, latency, gcPauseNanos}) {
  const nanos = requests * latency?.meanNanos;
  return nanos > 0 && isNumber(gcPauseNanos) ? gcPauseNanos / nanos : null;
}

/** CPU time of a request on average, `null` where it is not known. */
export function cpuPerRequest({requests, cpuNanos}) {
  return requests > 0 && isNumber(cpuNanos) ? cpuNanos / requests : null;
}

/** A percentile of the latency, `null` without a request. */
export function latencyOf({latency}, percentile) {
  return latency?.count > 0 ? latency[percentile] : null;
}

/** All routes of an answer in one: sums, `null` where nobody knows. */
export function totalsOf({routes = [], other} = {}) {
  const all = other ? [...routes, other] : routes;
  const sum = (valueOf) => all.map(valueOf).filter(isNumber).reduce((total, value) => total + value, null);
  const measured = all.filter(({allocated}) => isNumber(allocated?.totalBytes));
  const requests = sum(({requests}) => requests) ?? 0;
  const measuredRequests = measured.reduce((total, route) => total + route.requests, 0);
  const timed = all.filter(({cpuNanos}) => isNumber(cpuNanos));
  const allocatedBytes = sum(({allocated}) => allocated?.totalBytes);
  return {
    requests,
    errors: sum(({errors}) => errors) ?? 0,
    requestsPerSecond: sum(({requestsPerSecond}) => requestsPerSecond),
    allocatedBytes,
    bytesPerRequest: measuredRequests > 0 ? allocatedBytes / measuredRequests : null,
    shareRatio: sum(({allocated}) => allocated?.shareRatio),
    cpuPerRequest: cpuPerRequest({requests: timed.reduce((total, route) => total + route.requests, 0),
      cpuNanos: sum(({cpuNanos}) => cpuNanos)}),
    gcShare: gcShare({requests: 1, latency: {meanNanos: sum((route) => route.requests * route.latency?.meanNanos)},
      gcPauseNanos: sum(({gcPauseNanos}) => gcPauseNanos)}),
    requestsByInterval: sumByInterval(all.map(({requestsByInterval = []}) => requestsByInterval)),
    allocatedBytesByInterval: sumByInterval(all.map(({allocatedBytesByInterval = []}) => allocatedBytesByInterval)),
  };
}

/** The routes that allocate most per request, without what is beyond the limit. */
export function heaviestPerRequest({routes = []} = {}, count) {
  return routes.filter(({allocated}) => isNumber(allocated?.meanBytes))
      .toSorted((a, b) => b.allocated.meanBytes - a.allocated.meanBytes).slice(0, count);
}

// All end with the interval that is now.
function sumByInterval(series) {
  const length = Math.max(0, ...series.map((values) => values.length));
  return Array.from({length}, (_, index) => series.reduce((total, values) => total + (values.at(index - length) ?? 0), 0));
}

function isNumber(value) {
  return Number.isFinite(value);
}
