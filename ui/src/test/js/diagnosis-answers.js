const MIB = 2 ** 20;
const START = Date.parse('2026-11-28T23:10:00Z');

/** An instant some seconds after the start of the window. */
export function at(seconds) {
  return new Date(START + seconds * 1000).toISOString();
}

/** A number of the evidence, measured from the second 60 to 300. */
export function evidence(signal, observed, threshold, unit, more = {}) {
  return {signal, observed, threshold, unit, from: at(60), to: at(300), series: null, ...more};
}

/** How a number moved, a value every `step` seconds. */
export function series(valueAt, {from = 60, to = 300, step = 4, ...more} = {}) {
  const seconds = Array.from({length: Math.floor((to - from) / step) + 1}, (_, index) => from + index * step);
  return {times: seconds.map((second) => START + second * 1000), values: seconds.map(valueAt), ...more};
}

/** A finding, as the endpoint tells it. */
export function finding(id, severity, more = {}) {
  return {
    id,
    title: `Finding of ${id}`,
    severity,
    confidence: 'high',
    evidence: [evidence('Longest pause', 340, 200, 'ms', {series: series((second) => 40 + (second % 37 === 0 ? 300 : second % 11) )})],
    advice: ['Do this first.', 'Then do that.'],
    explanation: {id: 'pauses', title: 'Pauses', markdown: '# Pauses\n\nThe application *waits*.\n\n**What to try:** use `-XX:+UseZGC`.\n'},
    next: {title: 'See the pauses', url: '../gc', page: 'gc', parameters: {}},
    ...more,
  };
}

/** A leak, with what is behind it. */
export function leak(more = {}) {
  return finding('memory-grows', 'critical', {
    title: "Memory that is held grows by 212 MB an hour: what 'LeakingNames.name' creates survives, and the heap is full in 41 minutes",
    confidence: 'medium',
    evidence: [
      evidence('Growth of what survives collections', 222298112, 0, 'bytes/h', {from: at(0), to: at(600),
        series: series((second) => (120 + second * 0.06 + (second % 40) * 0.2) * MIB, {from: 0, to: 600, step: 10,
          title: 'What survives collections', unit: 'bytes', threshold: null})}),
      evidence('Growth in the time observed', 36 * MIB, 8 * MIB, 'bytes'),
      evidence('The least that it grows by, with 95 % certainty', 186 * MIB, 0, 'bytes/h'),
    ],
    advice: ['Take a heap dump, let the load go on for some minutes, take another, and compare them.',
      'The class that grew leads to its dominator, and that to the field which holds on.',
      'It helped when what survives collections is flat under the same load.'],
    explanation: {id: 'leak', title: 'Leak: memory that is held for ever', markdown: `# Leak: memory that is held for ever

A leak is memory that the application no longer needs but still refers to, such as an entry of a map that nobody removes. It is not bloat, which is large but stops growing, and not churn, which is created fast and freed as fast.

**What to try:** take a heap dump, let the load go on for some minutes, take another, and compare them. Caches need a limit, listeners have to be removed, and values of a \`ThreadLocal\` too.

**How to verify:** run the same load for longer than before. What survives has to become flat.
`},
    next: {title: 'Take two heap dumps some minutes apart and compare what grew', url: '../ui/heapdumps', page: 'heapdumps', parameters: {}},
    ...more,
  });
}

/** Allocation pressure by one function for one route. */
export function churn(more = {}) {
  return finding('allocation-pressure', 'warning', {
    title: "'CsvExporter.formatRow' (mostly for 'GET /reports/{id}/export') allocates so much that collections cost 12 % of the time",
    evidence: [
      evidence('Time in pauses of the collector', 0.124, 0.05, 'ratio', {
        series: series((second) => 18 + 30 * Math.abs(Math.sin(second / 9)), {title: 'Pauses', unit: 'ms', threshold: null})}),
      evidence('CPU time of the collector', 0.31, 0.25, 'ratio', {series: series((second) => 0.14 + 0.2 * Math.abs(Math.sin(second / 30)))}),
      evidence('Share of the heap that a collection frees', 0.83, 0.2, 'ratio'),
      evidence('Allocated bytes', 812e6, null, 'bytes/s', {series: series((second) => 600e6 + 3e8 * Math.abs(Math.sin(second / 20)))}),
    ],
    advice: ['Look in the flamegraph at the widest function of your own.', 'Build texts in one StringBuilder instead of one a cell.',
      'It helped when bytes a request fall, and with them collections a minute.'],
    next: {title: 'See in the flamegraph who allocates', url: '../ui/allocations', page: 'allocations',
      parameters: {from: at(60), to: at(300), route: 'GET /reports/{id}/export', search: 'CsvExporter.lambda$formatRow$0'}},
    ...more,
  });
}

/** What the endpoint answers where something is wrong. */
export function diagnosisAnswer(more = {}) {
  return {
    time: at(600),
    verdict: "Memory that is held grows by 212 MB an hour: what 'LeakingNames.name' creates survives, and the heap is full in 41 minutes, and 1 more",
    severity: 'critical',
    windowMillis: 600_000,
    from: at(0),
    to: at(600),
    load: {from: at(80), to: at(290)},
    findings: [leak(), churn(), finding('dominating-route', 'info', {
      title: 'GET /reports/{id}/export allocates 61 % of all bytes, 11.4 MB a request',
      evidence: [evidence('share of GET /reports/{id}/export', 0.61, 0.5, 'ratio')],
      advice: ['Begin with GET /reports/{id}/export if you want to allocate less: see which functions do it'],
      next: {title: 'What GET /reports/{id}/export allocates', url: '../ui/allocations', page: 'allocations', parameters: {route: 'GET /reports/{id}/export'}},
    })],
    passed: [
      {id: 'long-pauses', title: 'Pauses are long', evidence: [evidence('Longest pause', 48, 200, 'ms')]},
      {id: 'full-collections', title: 'Full collections happen', evidence: [evidence('Full collections a minute', 0, 1, 'count')]},
      {id: 'metaspace-grows', title: 'Metaspace grows', evidence: [evidence('Metaspace: growth in 4 minutes', 40_000, 2 * MIB, 'bytes')]},
      {id: 'waiting', title: 'Requests wait while the CPU idles', evidence: [evidence('median latency of GET /orders', 12, 100, 'ms'),
        evidence('processors in use, the collector\'s work left out', 1.4, 1, 'count')]},
      {id: 'container-limit', title: 'The process comes near its limit', evidence: [evidence('Used of what the process may use', 0.41, 0.9, 'ratio')]},
    ],
    undecided: [
      {id: 'pinned', title: 'Virtual threads are pinned', reason: 'No virtual thread was seen', runForSeconds: null},
      {id: 'threads-grow', title: 'The number of threads grows', reason: 'Too little time under load', runForSeconds: 40},
    ],
    ...more,
  };
}

/** What it answers where all is well. */
export function healthyAnswer(more = {}) {
  const {passed} = diagnosisAnswer();
  return diagnosisAnswer({verdict: '5 rules found nothing wrong', severity: 'none', findings: [], passed, undecided: [], ...more});
}

/** What it answers where nobody uses the application. */
export function idleAnswer(more = {}) {
  return healthyAnswer({verdict: '5 rules found nothing wrong, 2 lack data. The application was idle: judge it under load', load: null,
    undecided: diagnosisAnswer().undecided, ...more});
}
