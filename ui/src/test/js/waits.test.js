import { equal, same, test } from './harness.js';
import { StackList } from '../../main/resources/io/github/heapwise/ui/static/js/view/stack-list.js';
import { blockingStacks, describeOmitted, describePauseAt, figureOf, pauseSpans, worstOf } from '../../main/resources/io/github/heapwise/ui/static/js/model/waits.js';
import { distribution, gcEvent } from './answers.js';
import { element } from '../../main/resources/io/github/heapwise/ui/static/js/view/dom.js';

const TIME = '2023-11-14T22:13:20Z';

test('a figure of nothing is not known', () => {
  equal(figureOf(distribution(5), 'p50Nanos'), 5);
  equal(figureOf({count: 0, p50Nanos: 0}, 'p50Nanos'), null);
  equal(figureOf(undefined, 'p50Nanos'), null);
});

test('the worst is the one with the largest value that is known', () => {
  const valueOf = ({value}) => value;
  equal(worstOf([{value: 1}, {value: 3}, {}, {value: 2}], valueOf).value, 3);
  equal(worstOf([{}, {value: null}], valueOf), null);
  equal(worstOf([{value: 0}], valueOf).value, 0);
});

test('pauses are spans of time, concurrent cycles are not', () => {
  const events = [{...gcEvent(1, {durationNanos: 4_000_000}), at: 1000}, {...gcEvent(2, {pause: false}), at: 2000}];
  same(pauseSpans(events).map(({from, to}) => [from, to]), [[1000, 1004]]);
});

test('the longest pause within the interval that ended is told', () => {
  const spans = [{from: 1100, to: 1102, durationNanos: 2e6}, {from: 1500, to: 1530, durationNanos: 3e7}, {from: 2100, to: 2200, durationNanos: 1e8}];
  equal(describePauseAt(spans, 2000, 1000), 'GC pause 30 ms');
  equal(describePauseAt(spans, 3000, 1000), 'GC pause 100 ms');
  equal(describePauseAt(spans, 1000, 1000), '');
});

test('what blocked is a sentence and a stack', () => {
  const stacks = blockingStacks({
    eventLoops: [{name: 'loop-1', longest: {durationNanos: 2.1e8, time: TIME, stack: ['a.B.c']}}, {name: 'loop-2'}],
    workers: [{name: 'carriers', pinned: {count: 12, longestNanos: 3.4e7, time: TIME, stack: ['d.E.f']}},
      {name: 'idle', pinned: {count: 0}}, {name: 'tomcat'}],
  });
  same(stacks.map(({stack}) => stack), [['a.B.c'], ['d.E.f']]);
  equal(stacks[0].title.replace(/\d\d:\d\d:\d\d$/, 'noon'), 'loop-1 was blocked for 210 ms at noon');
  equal(stacks[1].title.replace(/\d\d:\d\d:\d\d$/, 'noon'),
      'Virtual threads were pinned to their carrier 12 times, the longest for 34 ms at noon');
  same(blockingStacks({}), []);
});

test('what is not watched is told', () => {
  equal(describeOmitted(1, 'pool'), '1 more pool is not watched: there are too many.');
  equal(describeOmitted(1200, 'event loop'), '1,200 more event loops are not watched: there are too many.');
  equal(describeOmitted(0, 'pool'), '');
  equal(describeOmitted(undefined, 'pool'), '');
});

test('a stack that is open stays open while it changes', () => {
  const host = element('div');
  const list = new StackList(host);
  list.render([{key: 'a', title: 'A', stack: ['one']}, {key: 'b', title: 'B', stack: []}]);
  host.querySelector('details').open = true;
  list.render([{key: 'a', title: 'A later', stack: ['<b>two</b>', 'three']}, {key: 'b', title: 'B', stack: []}]);
  equal(host.querySelector('details').open, true);
  equal(host.querySelector('summary').textContent, 'A later');
  equal(host.querySelector('pre').textContent, '<b>two</b>\nthree');
  list.render([{key: 'b', title: 'B', stack: []}]);
  same(Array.from(host.querySelectorAll('summary'), ({textContent}) => textContent), ['B']);
});
