import { close, equal, same, test } from './harness.js';
import { gcAnswer, gcEvent, gcSummary } from './answers.js';
import { GcEvents, countKinds, countPauses, heapColumns, pauseColumns, pauseRatios, p99Of } from '../../main/resources/io/github/heapwise/ui/static/js/model/gc-events.js';

function sequences(events) {
  return events.map(({sequence}) => sequence);
}

function pause(at, durationNanos, kind = 'young') {
  return {at, durationNanos, kind, pause: true};
}

test('answers continue each other and none is taken twice', () => {
  const events = new GcEvents();
  events.add(gcAnswer());
  events.add(gcAnswer({events: [gcEvent(1), gcEvent(2)], missed: 0}));
  same(sequences(events.all), [0, 1, 2]);
});

test('events are in the order of their time, whenever they arrive', () => {
  const events = new GcEvents();
  events.add(gcAnswer({events: [gcEvent(0), gcEvent(1)]}));
  events.add(gcAnswer({events: [gcEvent(2, {time: gcEvent(0).time.replace('Z', '') + 'Z'})]}));
  same(sequences(events.all), [0, 2, 1]);
});

test('no more than 1000 are kept, the latest', () => {
  const events = new GcEvents();
  events.add(gcAnswer({events: Array.from({length: 1500}, (_, index) => gcEvent(index))}));
  equal(events.all.length, 1000);
  equal(events.all[0].sequence, 500);
  events.clear();
  equal(events.all.length, 0);
  events.add(gcAnswer());
  same(sequences(events.all), [0, 1]);
});

test('with the clock set back, what is new is kept all the same', () => {
  const events = new GcEvents();
  events.add(gcAnswer({events: Array.from({length: 1000}, (_, index) => gcEvent(index))}));
  events.add(gcAnswer({events: [gcEvent(1000, {time: '2001-01-01T00:00:00Z'})]}));
  equal(events.all.length, 1000);
  equal(events.all[0].sequence, 1000);
  equal(events.all[1].sequence, 1);
  equal(events.latest.sequence, 1000);
});

test('what was missed is told while there is something from before', () => {
  const events = new GcEvents();
  events.add(gcAnswer({events: [gcEvent(0), gcEvent(1)]}));
  events.add(gcAnswer({events: [gcEvent(9)], missed: 7}));
  equal(events.missed, 7);
  events.add(gcAnswer({events: Array.from({length: 999}, (_, index) => gcEvent(10 + index))}));
  equal(events.missed, 0);
});

test('without a pause there is no percentile', () => {
  equal(p99Of(gcSummary()), 4_200_000);
  equal(p99Of(gcSummary({pauses: 0, p99Nanos: 0})), null);
  equal(p99Of(undefined), null);
});

test('pauses are counted in words', () => {
  same([0, 1, 1204].map(countPauses), ['0 pauses', '1 pause', '1,204 pauses']);
});

test('a window holds what happened in it', () => {
  const events = new GcEvents();
  events.add(gcAnswer({events: [gcEvent(0), gcEvent(1), gcEvent(2)]}));
  const {at} = events.all[1];
  same(sequences(events.within({from: at, to: at + 1})), [1]);
});

test('a kind this page does not know is another one', () => {
  const events = new GcEvents();
  events.add(gcAnswer({events: [gcEvent(0, {kind: 'periodic'})]}));
  equal(events.all[0].kind, 'other');
});

test('kinds are counted in words', () => {
  equal(countKinds([pause(0, 1, 'mixed'), pause(0, 1), pause(0, 1)]), '2 young, 1 mixed');
  equal(countKinds([]), '');
});

test('pauses stand in the column of their kind, concurrent cycles in none', () => {
  same(pauseColumns([pause(1, 10), pause(2, 20, 'full'), {at: 3, kind: 'concurrent', pause: false, durationNanos: 1e9}]),
      [[1, 2], [10, null], [null, null], [null, 20], [null, null]]);
});

test('the heap is drawn where the JVM tells it', () => {
  same(heapColumns([{at: 1, kind: 'young', heapBeforeBytes: 9, heapAfterBytes: 4},
    {at: 2, kind: 'concurrent', heapBeforeBytes: null, heapAfterBytes: null},
    {at: 3, kind: 'other', heapBeforeBytes: 9, heapAfterBytes: 8}]), [[1], [9], [4]]);
});

test('the share of the time in pauses', () => {
  const ratios = pauseRatios([pause(100, 5e6), pause(600, 10e6), {at: 700, pause: false, durationNanos: 1e9}], {from: 0, to: 1000}, 2);
  close(ratios[0], 0.01);
  close(ratios[1], 0.02);
});
