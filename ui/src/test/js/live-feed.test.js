import { equal, same, test } from './harness.js';
import { ApiError, fetchMemory } from '../../main/resources/io/github/heapwise/ui/static/js/api/endpoints.js';
import { LiveFeed } from '../../main/resources/io/github/heapwise/ui/static/js/pages/live-feed.js';

let lifetime = new AbortController();

/** Runs a body with a clock that stands still: `nextTimer` is what was put off till later. */
async function withClock(body) {
  const {setTimeout} = window;
  lifetime = new AbortController();
  const timers = new ReadableStream({
    start(controller) {
      window.setTimeout = (run, millis) => controller.enqueue({run, millis});
    },
  }).getReader();
  try {
    await body(async () => (await timers.read()).value);
  }
  finally {
    lifetime.abort();
    window.setTimeout = setTimeout;
    delete document.visibilityState;
  }
}

/** A feed whose server gives the answers one by one; what happens is noted. */
function feed(answers, paused = () => false) {
  const log = [];
  const made = new LiveFeed({
    signal: lifetime.signal,
    millis: 1000,
    isPaused: paused,
    ask: async (since) => {
      log.push(`ask ${since}`);
      return answers.shift()();
    },
    onAnswer: ({nextSequence}) => log.push(`answer ${nextSequence}`),
    onRestart: () => log.push('restart'),
    onProblem: ({message}) => log.push(message),
  });
  return {made, log};
}

function answer(nextSequence) {
  return () => ({nextSequence});
}

function problem() {
  throw new ApiError({status: 503, message: 'Not now.'});
}

function hide(state) {
  Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => state});
}

test('every second it asks from where the last answer ended', () => withClock(async (nextTimer) => {
  const {made, log} = feed([answer(3), answer(4)]);
  made.refresh();
  const {run, millis} = await nextTimer();
  run();
  await nextTimer();
  equal(millis, 1000);
  same(log, ['ask null', 'answer 3', 'ask 3', 'answer 4']);
}));

test('an application that counts from the beginning again is a new one', () => withClock(async (nextTimer) => {
  const {made, log} = feed([answer(300), answer(2)]);
  made.refresh();
  (await nextTimer()).run();
  await nextTimer();
  same(log, ['ask null', 'answer 300', 'ask 300', 'restart', 'answer 2']);
}));

test('after a problem it takes its time, and goes on where it was', () => withClock(async (nextTimer) => {
  const {made, log} = feed([answer(3), problem, answer(5)]);
  made.refresh();
  (await nextTimer()).run();
  const {run, millis} = await nextTimer();
  run();
  equal((await nextTimer()).millis, 1000);
  equal(millis, 5000);
  same(log, ['ask null', 'answer 3', 'ask 3', 'Not now.', 'ask 3', 'answer 5']);
}));

test('while the page is hidden it asks nothing, and at once when it is seen again', () => withClock(async (nextTimer) => {
  const {made, log} = feed([answer(3), answer(9)]);
  made.refresh();
  const {run} = await nextTimer();
  hide('hidden');
  run();
  const {run: runLater} = await nextTimer();
  runLater();
  await nextTimer();
  same(log, ['ask null', 'answer 3']);
  hide('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  await nextTimer();
  same(log, ['ask null', 'answer 3', 'ask 3', 'answer 9']);
}));

test('paused from the start it asks once, and no more', () => withClock(async (nextTimer) => {
  const {made, log} = feed([problem, answer(3)], () => true);
  made.refresh();
  (await nextTimer()).run();
  (await nextTimer()).run();
  await nextTimer();
  same(log, ['ask null', 'Not now.', 'ask null', 'answer 3']);
}));

test('told of a restart it asks for everything', () => withClock(async (nextTimer) => {
  const {made, log} = feed([answer(3), answer(9)]);
  made.refresh();
  await nextTimer();
  made.restart();
  await nextTimer();
  same(log, ['ask null', 'answer 3', 'ask null', 'answer 9']);
}));

test('an error nobody thought of is not hidden, and does not end it', () => withClock(async (nextTimer) => {
  const {made, log} = feed([() => { throw new TypeError('a mistake of ours'); }, answer(3)]);
  await made.refresh().catch(({message}) => log.push(message));
  const {run, millis} = await nextTimer();
  equal(millis, 5000);
  run();
  await nextTimer();
  same(log, ['ask null', 'a mistake of ours', 'ask null', 'answer 3']);
}));

test('an application that keeps silent does not answer', () => withClock(async (nextTimer) => {
  const {timeout} = AbortSignal;
  const problems = [];
  AbortSignal.timeout = () => AbortSignal.abort(new DOMException('too late', 'TimeoutError'));
  try {
    new LiveFeed({signal: lifetime.signal, millis: 1000, isPaused: () => false, onAnswer() {},
      ask: (since, signal) => fetchMemory('memory', signal), onProblem: ({status}) => problems.push(status)}).refresh();
    await nextTimer();
  }
  finally {
    AbortSignal.timeout = timeout;
  }
  same(problems, [0]);
}));

test('what has ended asks no more', () => withClock(async (nextTimer) => {
  const {made, log} = feed([answer(3)]);
  made.refresh();
  await nextTimer();
  lifetime.abort();
  document.dispatchEvent(new Event('visibilitychange'));
  same(log, ['ask null', 'answer 3']);
}));
