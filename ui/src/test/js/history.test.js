import { equal, same, test } from './harness.js';
import { historyAnswer, historyRow } from './answers.js';
import { History } from '../../main/resources/io/github/heapwise/ui/static/js/model/history.js';

function historyOf(...rows) {
  const history = new History();
  history.add(historyAnswer({rows}));
  return history;
}

test('rows become columns', () => {
  const history = historyOf(historyRow(1000, {used: 1}), historyRow(2000, {used: 2, live: 5}), historyRow(3000, {used: 3}));
  same(history.times, [1000, 2000, 3000]);
  same(history.column('heapUsedBytes'), [1, 2, 3]);
  same(history.column('liveBytes'), [null, 5, null]);
  equal(history.latest('liveBytes'), 5);
  equal(history.latest('heapUsedBytes'), 3);
});

test('columns are found by name, missing ones are unknown', () => {
  const history = new History();
  history.add({columns: ['news', 'threads', 'time'], rows: [['x', 7, 1000]], missed: 0, intervalMillis: 1000});
  same(history.times, [1000]);
  equal(history.latest('threads'), 7);
  equal(history.latest('heapUsedBytes'), null);
});

test('answers continue each other', () => {
  const history = historyOf(historyRow(1000));
  history.add(historyAnswer({rows: [historyRow(2000)], missed: 0}));
  history.add(historyAnswer({rows: [], missed: 0}));
  same(history.times, [1000, 2000]);
});

test('missing rows break the lines and are counted', () => {
  const history = historyOf(historyRow(1000, {used: 1}));
  history.add(historyAnswer({rows: [historyRow(60_000, {used: 2})], missed: 58}));
  same(history.times, [1000, 2000, 60_000]);
  same(history.column('heapUsedBytes'), [1, null, 2]);
  equal(history.missed, 58);
});

test('missing rows are told while there is something from before', () => {
  const history = historyOf(historyRow(1000));
  history.add(historyAnswer({rows: [historyRow(60_000)], missed: 58}));
  history.add(historyAnswer({rows: [historyRow(903_000)]}));
  equal(history.missed, 0);
});

test('a clock that steps back takes with it what was shown of the future', () => {
  const history = historyOf(historyRow(1000), historyRow(2000), historyRow(3000));
  history.add(historyAnswer({rows: [historyRow(1500), historyRow(2500)]}));
  same(history.times, [1000, 1500, 2500]);
  equal(history.column('threads').length, 3);
});

test('no more than 15 minutes are kept, nor more than 2000 rows', () => {
  const second = Array.from({length: 1200}, (_, index) => historyRow(1000 * index));
  const history = historyOf(...second);
  equal(history.length, 901);
  equal(history.times[0], 299_000);
  equal(history.column('cpuRatio').length, 901);
  const frequent = new History();
  frequent.add(historyAnswer({intervalMillis: 100, rows: Array.from({length: 5000}, (_, index) => historyRow(100 * index))}));
  equal(frequent.length, 2000);
  equal(frequent.times.at(-1), 499_900);
});

test('a column that comes later was unknown before, one that goes is unknown from then on', () => {
  const history = new History();
  history.add({columns: ['time', 'old'], rows: [[1000, 1]]});
  history.add({columns: ['time', 'new'], rows: [[2000, 2]]});
  same(history.column('old'), [1, null]);
  same(history.column('new'), [null, 2]);
});

test('a column of which nothing is kept is forgotten', () => {
  const history = new History();
  history.add({columns: ['time', 'old'], rows: [[1000, 1]]});
  history.add({columns: ['time', 'new'], rows: [[2_000_000, 2]]});
  history.add({columns: ['time', 'new'], rows: [[2_001_000, 3]]});
  same(history.column('old'), [null, null]);
  same(history.column('new'), [2, 3]);
});

test('no more than 300 columns are kept', () => {
  const history = new History();
  const names = Array.from({length: 400}, (_, index) => `c${index}`);
  history.add({columns: ['time', ...names], rows: [[1000, ...names.map(() => 1)]]});
  same(history.column('c299'), [1]);
  same(history.column('c300'), [null]);
});

test('clearing forgets everything', () => {
  const history = historyOf(historyRow(1000));
  history.add(historyAnswer({rows: [historyRow(9000)], missed: 4}));
  history.clear();
  equal(history.length, 0);
  equal(history.missed, 0);
  equal(history.latest('threads'), null);
});
