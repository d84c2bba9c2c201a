import { equal, ok, same, test } from './harness.js';
import { heapDump, heapDumpsAnswer, unfinishedDump } from './answers.js';
import { describeAnalysed, describeAnalysis, describeEstimate, describeOutcome, describeState, describeStore, earlierThan, factsOf, isAnalysed, isBeingAnalysed, isUnderWay, momentOf, nameOf, triggerOf } from '../../main/resources/io/github/heapwise/ui/static/js/model/heap-dumps.js';

test('what is kept is said with its limits', () => {
  equal(describeStore(heapDumpsAnswer().store), '2 of at most 5 kept, 100 MiB of 20 GiB, for 7 d');
});

test('an estimate says where it is from', () => {
  const {estimate, liveEstimate} = heapDumpsAnswer();
  same(describeEstimate(estimate), {pause: 'about 735 ms', disk: 'up to 90 MiB', basis: 'from earlier heap dumps on this machine'});
  equal(describeEstimate(liveEstimate).pause, 'about 1.57 s');
  ok(/size of the heap alone/.test(describeEstimate(liveEstimate).basis), 'basis');
  equal(describeEstimate({...estimate, pauseMillis: 123_456}).pause, 'about 2 min 3 s');
});

test('those that are neither ready nor failed are under way', () => {
  same(['queued', 'dumping', 'indexing', 'ready', 'failed'].filter((state) => isUnderWay({state})), ['queued', 'dumping', 'indexing']);
});

test('progress is a part of the work in a state, so the others have none', () => {
  equal(describeState(unfinishedDump('x', 'dumping', {progressRatio: 0.42})), 'dumping, 42 %');
  equal(describeState(unfinishedDump('x', 'queued', {progressRatio: 0})), 'queued');
  equal(describeState(heapDump('x')), 'ready');
});

test('what became of a dump is a sentence', () => {
  equal(describeOutcome(heapDump('x')), 'The heap dump is ready: 50 MiB, for which the application stood still for 439 ms.');
  equal(describeOutcome(heapDump('x', {pauseMillis: null})), 'The heap dump is ready: 50 MiB.');
  equal(describeOutcome(unfinishedDump('x', 'failed', {failure: 'The disk is full.'})), 'There is no heap dump. The disk is full.');
  equal(describeOutcome(undefined), 'The heap dump is gone: it was deleted.');
  for (const state of ['queued', 'dumping', 'indexing']) {
    ok(/^The heap dump .+\.$/.test(describeOutcome({state})), state);
  }
});

test('a dump is called by when it was taken, before that by when it was asked for', () => {
  equal(momentOf(heapDump('x')), Date.parse('2026-11-28T17:00:51.696Z'));
  equal(momentOf(unfinishedDump('x', 'queued')), Date.parse('2026-11-28T17:00:51.583Z'));
  ok(/^2026-11-2\d \d\d:\d\d:\d\d$/.test(nameOf(heapDump('x'))), nameOf(heapDump('x')));
});

test('facts that are not known are left out', () => {
  const facts = Object.fromEntries(factsOf(heapDump('x', {copyFailure: 'No bucket.'})));
  equal(facts['Heap in use'], '30 MiB');
  equal(facts['JVM flags'], 'MaxHeapSize=536870912, UseCompressedOops=true');
  equal(facts.Expected, 'a pause of about 333 ms, up to 61 MiB of disk');
  equal(facts['Copy elsewhere'], 'No bucket.');
  same(factsOf(unfinishedDump('x', 'failed', {estimate: null})).map(([label]) => label), ['Asked for', 'By', 'Objects']);
  const unknownHeap = heapDump('x', {heap: {usedBytes: -1, committedBytes: -1, maxBytes: 512}});
  equal(Object.fromEntries(factsOf(unknownHeap))['Heap in use'], undefined);
});

test('a trigger nobody knows has its id for a name', () => {
  equal(triggerOf('out-of-memory').name, 'out of memory');
  equal(triggerOf('constructor').name, 'constructor');
});

test('how far an analysis is, or why there is none', () => {
  const title = (state, analysis) => describeAnalysis(heapDump('a', {state, analysis})).title;
  same(['none', 'queued', 'running', 'refused', 'failed'].map((state) => title('ready', {state, progressRatio: 0})), ['It has not been analysed yet',
    'It is going to be analysed', 'It is being analysed', 'It is not analysed here', 'It could not be analysed']);
  same(describeAnalysis(heapDump('a', {analysis: {state: 'running', progressRatio: 0.4}})).progressRatio, 0.4);
  same(describeAnalysis(heapDump('a', {analysis: {state: 'refused', progressRatio: 0, reason: 'No room.'}})), {title: 'It is not analysed here', text: 'No room.', progressRatio: null});
  same(describeAnalysis(unfinishedDump('a', 'failed', {failure: 'Full.'})), {title: 'There is no heap dump', text: 'Full.', progressRatio: null});
  equal(describeAnalysis(unfinishedDump('a', 'dumping')).title, 'The heap dump is being written');
});

test('what is under way is waited for', () => {
  same(['none', 'queued', 'running', 'done', 'refused', 'failed'].filter((state) => isBeingAnalysed(heapDump('a', {analysis: {state}}))), ['queued', 'running']);
  ok(isBeingAnalysed(unfinishedDump('a', 'dumping')), 'being written');
  same([heapDump('a'), heapDump('a', {analysis: {state: 'refused'}}), unfinishedDump('a', 'queued')].map(isAnalysed), [true, false, false]);
});

test('a heap dump is compared with the last one before it', () => {
  const at = (id, time) => heapDump(id, {time: `2026-11-28T${time}Z`});
  const others = [at('d', '18:00:00'), at('a', '09:00:00'), at('b', '10:00:00')];
  equal(earlierThan(at('c', '11:00:00'), others).id, 'b');
  equal(earlierThan(at('c', '08:00:00'), others), undefined);
  ok(describeAnalysed(others[0], at('c', '17:55:00')).endsWith(", 5 min later, 'why'"), describeAnalysed(others[0], at('c', '17:55:00')));
});
