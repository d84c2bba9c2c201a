/** Answers of the endpoints as they were recorded, for tests to change. */
export function historyAnswer(change = {}) {
  return {
    intervalMillis: 1000,
    nextSequence: 3,
    missed: 0,
    columns: ['time', 'heapUsedBytes', 'heapCommittedBytes', 'liveBytes', 'nonHeapUsedBytes', 'directBufferBytes',
      'residentBytes', 'headroomBytes', 'allocatedBytesPerSecond', 'threads', 'cpuRatio'],
    rows: [historyRow(1000), historyRow(2000), historyRow(3000)],
    ...change,
  };
}

export function historyRow(time, {used = 100 * 2 ** 20, live = null} = {}) {
  return [time, used, 256 * 2 ** 20, live, 60e6, 16384, 300e6, 200e6, 12.5e6, 24, 0.25];
}

// As the server does: what is unknown is left out, but for the places in a row.
function withoutNulls(answer) {
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== null));
}

export function gcAnswer(change = {}) {
  return withoutNulls({
    collectors: [{name: 'G1 Young Generation', collections: 2, pauseNanos: 7_400_000, concurrentNanos: 0}],
    summary: gcSummary(),
    durations: 'exact',
    unavailableReason: null,
    events: [gcEvent(0), gcEvent(1)],
    nextSequence: 2,
    missed: 0,
    ...change,
  });
}

export function gcSummary(change = {}) {
  return withoutNulls({
    windowMillis: 300_000, pauses: 2, pauseRatio: 0.0000247, longestPauseNanos: 4_200_000, p50Nanos: 3_200_000,
    p99Nanos: 4_200_000, allocatedBytesPerSecond: 12.5e6, promotedBytesPerSecond: 1e5, liveBytes: 20e6,
    liveTrendBytesPerHour: null, liveTrendLowBytesPerHour: null, liveTrendHighBytesPerHour: null,
    liveTrendConfidence: 'none', liveTrendReason: 'Two collections are too few for a trend.', ...change,
  });
}

export function gcEvent(sequence, change = {}) {
  return withoutNulls({
    sequence, time: new Date(1_700_000_000_000 + sequence * 10_000).toISOString(), collector: 'G1 Young Generation',
    kind: 'young', phase: 'end of minor GC', cause: 'G1 Evacuation Pause', action: 'end of minor GC', pause: true,
    durationNanos: 3_200_000, exact: true, heapBeforeBytes: 100 * 2 ** 20, heapAfterBytes: 20 * 2 ** 20,
    heapCommittedBytes: 256 * 2 ** 20, promotedBytes: 1_000_000,
    pools: [{name: 'G1 Eden Space', beforeBytes: 80 * 2 ** 20, afterBytes: 0, committedBytes: 100 * 2 ** 20}], ...change,
  });
}

export function routesAnswer(change = {}) {
  return withoutNulls({
    time: '2023-11-14T22:13:20Z', mode: 'exact', windowMillis: 300_000, intervalMillis: 10_000, from: '2023-11-14T22:08:20Z',
    routes: [routeAnswer('GET', '/orders'), routeAnswer('GET', '/reports/{id}', {requests: 10, bytes: 2_000_000})], ...change,
  });
}

export function routeAnswer(method, route, {requests = 100, bytes = 50_000, ...change} = {}) {
  return withoutNulls({
    method, route, requests, requestsPerSecond: requests / 300, errors: 1, latency: distribution(2_000_000, requests),
    allocated: {mode: 'exact', meanBytes: bytes, p50Bytes: bytes, p99Bytes: 2 * bytes, maxBytes: 3 * bytes,
      totalBytes: bytes * requests, shareRatio: 0.2},
    cpuNanos: requests * 1_000_000, gcPauseNanos: requests * 200_000, slowestGcShareRatio: 0.5,
    allocatedBytesByInterval: [0, bytes, 2 * bytes], requestsByInterval: [0, 1, 2], ...change,
  });
}

export function distribution(nanos, count = 100) {
  return {count, minNanos: nanos / 2, maxNanos: 10 * nanos, meanNanos: nanos, stddevNanos: nanos, p50Nanos: nanos, p75Nanos: nanos,
    p90Nanos: 2 * nanos, p97_5Nanos: 3 * nanos, p99Nanos: 4 * nanos, p99_9Nanos: 8 * nanos, exceeds: 0};
}

export function latencyAnswer(change = {}) {
  return withoutNulls({
    time: '2023-11-14T22:13:20Z', windowMillis: 300_000, intervalMillis: 1000, requests: distribution(2_000_000),
    stall: distribution(60_000),
    workers: [{name: 'http-nio-8080', kind: 'tomcat', active: 2, max: 200, queued: 0, utilizationRatio: 0.01,
      startDelay: distribution(80_000)}],
    eventLoops: [],
    columns: ['time', 'requests.p50Nanos', 'requests.p99Nanos', 'stall.p99Nanos', 'workers.http-nio-8080.p99Nanos'],
    rows: [[1000, 2e6, 4e6, 9e4, 8e4], [2000, null, null, 8e4, 9e4]], nextSequence: 2, missed: 0, ...change,
  });
}

export function heapDumpsAnswer(change = {}) {
  return {
    dumps: [heapDump('b'), heapDump('a')],
    estimate: {pauseMillis: 735, diskBytes: 90 * 2 ** 20, calibrated: true},
    liveEstimate: {pauseMillis: 1570, diskBytes: 36 * 2 ** 20, calibrated: false},
    rawDownload: false,
    redactedAtCapture: false,
    triggers: [{id: 'http', enabled: true, property: 'management.endpoint.heapdumps.access=unrestricted'},
      {id: 'signal', enabled: false, property: 'heapwise.heapdump.signal=USR1'}],
    store: {dumps: 2, bytes: 100 * 2 ** 20, maxDumps: 5, maxBytes: 20 * 2 ** 30, maxAgeMillis: 7 * 86_400_000},
    ...change,
  };
}

export function heapDump(id, change = {}) {
  return withoutNulls({
    id, state: 'ready', progressRatio: 1, trigger: 'http', reason: 'why', live: false, requestedAt: '2026-11-28T17:00:51.583Z',
    estimate: {pauseMillis: 333, diskBytes: 61 * 2 ** 20, calibrated: false}, time: '2026-11-28T17:00:51.696Z', pauseMillis: 439,
    sizeBytes: 50 * 2 ** 20, redacted: false, heap: {usedBytes: 30 * 2 ** 20, committedBytes: 50 * 2 ** 20, maxBytes: 512 * 2 ** 20},
    flags: {MaxHeapSize: '536870912', UseCompressedOops: 'true'}, jvm: 'OpenJDK 17', application: 'names', host: 'pod-1',
    analysis: {state: 'done', progressRatio: 1},
    totals: {objects: 350_000, reachableObjects: 340_000, classes: 9_000, roots: 4_000, referenceBytes: 4, headerBytes: 12}, ...change,
  });
}

/** One that is not there yet. */
export function unfinishedDump(id, state, change = {}) {
  return heapDump(id, {state, progressRatio: 0, time: null, pauseMillis: null, sizeBytes: null, redacted: null, heap: null, flags: null,
    jvm: null, application: null, host: null, analysis: null, totals: null, ...change});
}
