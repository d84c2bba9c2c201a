import { equal, same, test } from './harness.js';
import { Problems, emptiness, notExposed, showProblem } from '../../main/resources/io/github/heapwise/ui/static/js/pages/problems.js';
import { ApiError } from '../../main/resources/io/github/heapwise/ui/static/js/api/endpoints.js';
import { element } from '../../main/resources/io/github/heapwise/ui/static/js/view/dom.js';
import { emptyTree } from '../../main/resources/io/github/heapwise/ui/static/js/model/profile.js';
import { treeOf } from './trees.js';

function title(meta) {
  return emptiness({meta, tree: emptyTree()}).title;
}

test('a profile with something in it is not empty', () => {
  same(emptiness({meta: {recorder: {state: 'unavailable'}}, tree: treeOf('com.acme.A.a;byte[] 1')}), null);
});

test('an empty profile says why', () => {
  same(emptiness({meta: {recorder: {state: 'unavailable', reason: 'No Flight Recorder.'}}, tree: emptyTree()}),
      {title: 'Allocations are not recorded', text: 'No Flight Recorder.'});
  same(emptiness({meta: {unit: 'objects', objectsUnavailableReason: 'Sizes are not known here.'}, tree: emptyTree()}),
      {title: 'Objects cannot be counted', text: 'Sizes are not known here.'});
  same(title({filter: {thread: 'main'}}), 'Nothing in this range passes the filters');
  same(title({route: {route: '/none', requests: 0}}), 'Nothing in this range passes the filters');
  same(title({timeline: {starts: [0]}}), 'Nothing was allocated in this range');
  same(title({recorder: {state: 'starting'}}), 'No samples yet');
});

test('an empty profile of bytes does not blame it on the objects', () => {
  same(title({unit: 'bytes', objectsUnavailableReason: 'Sizes are not known here.', timeline: {starts: [0]}}),
      'Nothing was allocated in this range');
});

const LINE = 'heapwise.expose=reads';

function notice() {
  return element('p', {hidden: true});
}

test('endpoints that are not exposed are one sentence with the line that opens them', () => {
  const shown = notice();
  const problems = new Problems(shown, LINE);
  problems.report('memory', notExposed());
  equal(shown.textContent, `The endpoint memory is not exposed. Open it with ${LINE}.`);
  problems.report('memoryhistory', notExposed());
  problems.report('memorygc', notExposed());
  equal(shown.textContent, `The endpoints memory, memoryhistory and memorygc are not exposed. Open them with ${LINE}.`);
});

test('what is not there says what it takes', () => {
  const shown = notice();
  new Problems(shown).report('memorygc', notExposed());
  equal(shown.textContent,
      'There is no endpoint memorygc here. It takes heapwise.gc.enabled=true and an access that permits reading.');
});

test('each problem is said once, and goes when it is over', () => {
  const shown = notice();
  const problems = new Problems(shown, LINE);
  const silence = new ApiError({status: 0, message: 'The application does not answer. Trying again.'});
  problems.report('memory', silence);
  problems.report('memorygc', silence);
  problems.report('memoryhistory', new ApiError({status: 403, message: 'x'}));
  same(Array.from(shown.children, ({textContent}) => textContent), ['The application does not answer. Trying again.',
    "The application's security refuses memory/history (403): let this user read it."]);
  ['memory', 'memorygc', 'memoryhistory'].forEach((id) => problems.report(id, null));
  equal(shown.hidden, true);
  equal(shown.textContent, '');
});

test('what the server says names the endpoints it is about', () => {
  const shown = notice();
  const problems = new Problems(shown);
  problems.report('memory', new ApiError({status: 500, message: 'Broken.'}));
  problems.report('memorygc', new ApiError({status: 503, message: 'Not now.'}));
  problems.report('memoryhistory', new ApiError({status: 500, message: 'Broken.'}));
  problems.report('memoryallocations', {message: 'No samples yet.'});
  same(Array.from(shown.children, ({textContent}) => textContent),
      ['No samples yet.', 'memory, memory/history: Broken.', 'memory/gc: Not now.']);
});

test('a problem that lasts is not read out again', () => {
  const shown = notice();
  const problems = new Problems(shown);
  problems.report('memory', new ApiError({status: 500, message: 'Broken.'}));
  const sentence = shown.firstChild;
  problems.report('memory', new ApiError({status: 500, message: 'Broken.'}));
  equal(shown.firstChild, sentence);
});

test('the notice of a single endpoint', () => {
  const shown = notice();
  showProblem(shown, new ApiError({status: 401, message: 'x'}));
  equal(shown.textContent, "The application's security refuses memory/allocations (401): let this user read it.");
  showProblem(shown, null);
  equal(shown.hidden, true);
});
