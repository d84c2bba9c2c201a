import { equal, ok, same, test } from './harness.js';
import { largestOf, meanOf, spreadsWidely, timeWindow, valuesWithin } from '../../main/resources/io/github/heapwise/ui/static/js/model/time-window.js';

const DATA = {earliest: 1_000_000, latest: 2_000_000};

test('a live window ends with the latest data', () => {
  same(timeWindow({range: '5m'}, DATA), {from: 1_700_000, to: 2_000_000});
  same(timeWindow({range: 'all'}, DATA), {from: 1_000_000, to: 2_000_000});
});

test('a fixed window is what was chosen', () => {
  same(timeWindow({range: 'fixed', from: '2026-01-02T00:00:00Z', to: '2026-01-02T00:01:00Z'}, DATA),
      {from: Date.UTC(2026, 0, 2), to: Date.UTC(2026, 0, 2, 0, 1)});
});

test('without data, and with the first, a window is still one', () => {
  const {from, to} = timeWindow({range: 'all'}, {earliest: NaN, latest: NaN});
  ok(from < to, 'without data');
  const first = timeWindow({range: 'all'}, {earliest: 5000, latest: 5000});
  ok(first.from < first.to, 'with one row');
});

test('values of a window', () => {
  same(valuesWithin({from: 2, to: 3}, [1, 2, 3, 4], ['a', 'b', 'c', 'd']), ['b', 'c']);
  same(valuesWithin({from: 9, to: 10}, [1, 2], ['a', 'b']), []);
});

test('what is unknown counts for nothing', () => {
  equal(meanOf([1, null, 3]), 2);
  equal(meanOf([null]), null);
  equal(largestOf([1, null, 3]), 3);
  equal(largestOf([]), null);
});

test('values spread widely where the largest would flatten the others', () => {
  equal(spreadsWidely([1e6, null, 3e6, 2e6]), false);
  equal(spreadsWidely([3e9, 1e6, null, 2e6]), true);
  equal(spreadsWidely([0, 2e6, 3e9]), false);
  equal(spreadsWidely([]), false);
});
