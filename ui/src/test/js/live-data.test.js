import { equal, same, test } from './harness.js';
import { gcAnswer, gcEvent, heapDumpsAnswer, historyAnswer, historyRow, latencyAnswer, routesAnswer, unfinishedDump } from './answers.js';
import { LiveData } from '../../main/resources/io/github/heapwise/ui/static/js/pages/live-data.js';

/** Runs a body with a server that answers by address and a clock that stands still: `nextTimer` is what was put off till later. */
async function withServer(answerTo, body) {
  const {fetch, setTimeout} = window;
  const lifetime = new AbortController();
  const timers = new ReadableStream({
    start(controller) {
      window.setTimeout = (run) => controller.enqueue(run);
    },
  }).getReader();
  // A real answer is read in its own time: these arrive in the order of the questions.
  const headers = new Headers({'content-type': 'application/json'});
  window.fetch = async (url) => ({ok: true, status: 200, headers, json: async () => answerTo(url)});
  try {
    await body(lifetime.signal, async () => (await timers.read()).value);
  }
  finally {
    lifetime.abort();
    Object.assign(window, {fetch, setTimeout});
  }
}

function liveData(signal) {
  return new LiveData({gcUrl: 'gc', historyUrl: 'history'},
      {signal, isPaused: () => false, problems: {report() {}}, onChange() {}}).withHistory().withCollections();
}

test('a restart that one endpoint shows is one for all', () => {
  const asked = [];
  const server = {gc: gcAnswer(), history: historyAnswer({nextSequence: 300})};
  return withServer((url) => {
    asked.push(url);
    return server[url.split('?')[0]];
  }, async (signal, nextTimer) => {
    const data = liveData(signal);
    data.refresh();
    const [askHistory] = [await nextTimer(), await nextTimer()];
    equal(data.events.all.length, 2);
    // Meanwhile the new application has collected more often than the old one.
    server.gc = gcAnswer({events: [gcEvent(0, {cause: 'new'}), gcEvent(1), gcEvent(2)], nextSequence: 3});
    server.history = historyAnswer({rows: [historyRow(9000)], nextSequence: 1});
    askHistory();
    await nextTimer();
    await nextTimer();
    same(asked, ['history', 'gc', 'history?since=300', 'gc']);
    same(data.history.times, [9000]);
    same(data.events.all.map(({sequence, cause}) => `${sequence} ${cause}`), ['0 new', '1 G1 Evacuation Pause', '2 G1 Evacuation Pause']);
  });
});

test('the latest data are rows or collections, whatever came later', () => {
  const {time} = gcEvent(0);
  const answers = {gc: gcAnswer({events: [gcEvent(0)]}), history: historyAnswer({rows: [historyRow(Date.parse(time) - 5000)]})};
  return withServer((url) => answers[url], async (signal, nextTimer) => {
    const data = liveData(signal);
    data.refresh();
    await nextTimer();
    await nextTimer();
    const {earliest, latest} = data.span;
    equal(earliest, Date.parse(time) - 5000);
    equal(latest, Date.parse(time));
  });
});

test('latency and routes come with the rest', () => {
  const answers = {latency: latencyAnswer(), routes: routesAnswer()};
  return withServer((url) => answers[url.split('?')[0]], async (signal, nextTimer) => {
    const data = new LiveData({latencyUrl: 'latency', routesUrl: 'routes'},
        {signal, isPaused: () => false, problems: {report() {}}, onChange() {}}).withLatency().withRoutes();
    data.refresh();
    await nextTimer();
    await nextTimer();
    same(data.latencyHistory.column('requests.p99Nanos'), [4e6, null]);
    equal(data.latency.workers[0].name, 'http-nio-8080');
    equal(data.routes.routes.length, 2);
    same(data.span, {earliest: 1000, latest: 2000});
  });
});

test('while a heap dump is under way the page follows, though it is paused, and knows why nobody answers', () => {
  const reported = [];
  let dumps = [unfinishedDump('a', 'dumping')];
  return withServer(() => heapDumpsAnswer({dumps}), async (signal, nextTimer) => {
    const data = new LiveData({heapdumpsUrl: 'heapdumps'},
        {signal, isPaused: () => true, problems: {report: (id, problem) => reported.push(problem?.message ?? null)}, onChange() {}}).withHeapDumps();
    data.refresh();
    const ask = await nextTimer();
    const {fetch} = window;
    window.fetch = () => Promise.reject(new TypeError('no connection'));
    ask();
    const askAgain = await nextTimer();
    window.fetch = fetch;
    dumps = [];
    askAgain();
    await nextTimer();
    same(reported, [null, 'The application stands still while a heap dump is written. This page goes on when it answers.', null]);
    equal(data.heapDumps.dumps.length, 0);
  });
});
