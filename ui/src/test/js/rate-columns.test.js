import { same, test } from './harness.js';
import { Timeline } from '../../main/resources/io/github/heapwise/ui/static/js/model/timeline.js';
import { rateColumns, stacked } from '../../main/resources/io/github/heapwise/ui/static/js/model/rate-columns.js';

test('a bucket holds until the next one, or until its end', () => {
  const timeline = new Timeline({starts: [0, 1000, 5000], ends: [1000, 2000, 7000], application: [10, 20, 40], jdk: [1, 2, 4]});
  same(rateColumns(timeline), [[0, 1000, 2000, 5000, 7000], [10, 20, null, 20, 20], [0, 0, null, 0, 0], [1, 2, null, 2, 2]]);
  same(rateColumns(new Timeline()), [[], [], [], []]);
});

test('stacked columns add up and keep their gaps', () => {
  same(stacked([[0, 1], [1, null], [2, null], [3, null]]), [[0, 1], [1, null], [3, null], [6, null]]);
});
