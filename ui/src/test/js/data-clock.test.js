import { equal, test } from './harness.js';
import { DataClock } from '../../main/resources/io/github/heapwise/ui/static/js/model/data-clock.js';

test('time ends with the latest data, and goes on with answers that bring none', () => {
  const clock = new DataClock();
  clock.answered(NaN, 10);
  equal(clock.time, NaN);
  clock.answered(5000, 20);
  equal(clock.time, 5000);
  clock.answered(5000, 1020);
  equal(clock.time, 6000);
  clock.answered(6100, 2020);
  equal(clock.time, 6100);
});

test('a clock of the server that is set back is followed', () => {
  const clock = new DataClock();
  clock.answered(5000, 10);
  clock.answered(2000, 1010);
  equal(clock.time, 2000);
});
