import { equal, same, test } from './harness.js';
import { ProfileFeed } from '../../main/resources/io/github/heapwise/ui/static/js/pages/profile-feed.js';
import { defaultState } from '../../main/resources/io/github/heapwise/ui/static/js/model/url-state.js';

/** Runs a body with the answers of a server and a clock that stands still: `nextTimer` is what was put off till later. */
async function withServer(answers, body) {
  const {fetch, setTimeout} = window;
  const timers = new ReadableStream({
    start(controller) {
      window.setTimeout = (run, millis) => controller.enqueue({run, millis});
    },
  }).getReader();
  window.fetch = async () => answers.shift()();
  try {
    await body(async () => (await timers.read()).value);
  }
  finally {
    Object.assign(window, {fetch, setTimeout});
  }
}

function profile(state, starts = []) {
  return () => Response.json({meta: {recorder: {state}, timeline: {starts}}, names: [], cat: [], up: [], name: [], self: []});
}

function problem() {
  return Response.json({message: 'Not now.'}, {status: 503});
}

function feed(on = {}) {
  return new ProfileFeed('allocations', {signal: new AbortController().signal, state: defaultState, onProfile() {}, onProblem() {}, ...on});
}

test('until there is something to show the page asks every second, later every five', async () => {
  await withServer([profile('starting'), profile('recording'), profile('recording', [0])], async (nextTimer) => {
    const shown = [];
    const delays = [];
    feed({onProfile: ({meta}) => shown.push(meta.recorder.state)}).refresh();
    for (let i = 0; i < 3; i++) {
      const {run, millis} = await nextTimer();
      delays.push(millis);
      if (i < 2) {
        run();
      }
    }
    same(shown, ['starting', 'recording', 'recording']);
    same(delays, [1000, 1000, 5000]);
  });
});

test('a server that has a problem is not asked more often', async () => {
  await withServer([profile('starting'), problem], async (nextTimer) => {
    const problems = [];
    feed({onProblem: ({message}) => problems.push(message)}).refresh();
    (await nextTimer()).run();
    equal((await nextTimer()).millis, 5000);
    same(problems, ['Not now.']);
  });
});

test('where nothing can be recorded nobody waits for it', async () => {
  await withServer([profile('unavailable')], async (nextTimer) => {
    feed().refresh();
    equal((await nextTimer()).millis, 5000);
  });
});
