import { equal, same, test } from './harness.js';
import { formatBinaryBytes, formatBytes, formatBytesPerHour, formatBytesPerSecond, formatChange, formatClock, formatCount, formatExactPercent, formatMoment, formatNanos, formatObjects, formatPerRequest, formatPerSecond, formatPercent, formatQuantity, formatRoundPercent, formatSeconds, formatValue, formatValueRate, orDash } from '../../main/resources/io/github/heapwise/ui/static/js/model/format.js';

function table(format, rows) {
  for (const [input, expected] of rows) {
    equal(format(input), expected, String(input));
  }
}

test('bytes in powers of a thousand with three digits', () => table(formatBytes, [[0, '0 B'], [999, '999 B'],
  [1000, '1 kB'], [1234, '1.23 kB'], [12345, '12.3 kB'], [999499, '999 kB'], [999999, '1 MB'], [30.9e9, '30.9 GB'],
  [145.2e12, '145 TB'], [9e18, '9000 PB'], [-5, '0 B'], [NaN, '0 B']]));

test('configured sizes in powers of 1024', () => table(formatBinaryBytes, [[2 * 1024 ** 3, '2 GiB'],
  [1536 * 1024 ** 2, '1.5 GiB'], [268435456, '256 MiB']]));

test('rates', () => {
  equal(formatBytesPerSecond(88e6), '88 MB/s');
  equal(formatValueRate(600, 60, 'objects'), '10/s');
  equal(formatValueRate(600, 0, 'bytes'), '–');
});

test('objects are shortened, counts are not', () => {
  table(formatObjects, [[12, '12'], [1234567, '1.23 M']]);
  table(formatCount, [[0, '0'], [999, '999'], [61204, '61,204'], [1234567, '1,234,567']]);
  equal(formatValue(2e6, 'objects'), '2 M');
  equal(formatValue(2e6, 'bytes'), '2 MB');
});

test('a value is shared among requests where their number is known', () => {
  equal(formatPerRequest(2e6, 4, 'bytes'), '500 kB per request');
  equal(formatPerRequest(2e6, 4, 'objects'), '500 k per request');
  equal(formatPerRequest(2e6, 0, 'bytes'), '');
  equal(formatPerRequest(2e6, undefined, 'bytes'), '');
});

test('things per second keep what is small', () => table(formatPerSecond, [[862.4, '862'], [1234, '1,234'], [38, '38'], [9.13, '9.13'],
  [0.034, '0.03'], [0, '0'], [undefined, '0']]));

test('percentages never pretend that something is nothing', () => {
  table(formatPercent, [[0, '0 %'], [0.0001, '<0.1 %'], [0.1854, '18.5 %'], [1, '100.0 %'], [NaN, '0 %']]);
  table(formatExactPercent, [[0.0001, '0.01 %'], [0.07, '7 %']]);
  table(formatRoundPercent, [[0, '0 %'], [0.001, '<1 %'], [0.344, '34 %'], [undefined, '0 %']]);
});

test('durations in their two largest units', () => table(formatSeconds, [[0, '0 s'], [40, '40 s'], [300, '5 min'],
  [305, '5 min 5 s'], [3600, '1 h'], [273600, '3 d 4 h'], [86405, '1 d'], [-1, '0 s']]));

test('clock times are local', () => {
  const at = new Date(2026, 0, 2, 9, 4, 5).getTime();
  equal(formatClock(at), '09:04');
  equal(formatClock(at, true), '09:04:05');
});

test('nanoseconds in the unit that fits', () => table(formatNanos, [[0, '0 ns'], [999, '999 ns'], [3400, '3.4 µs'],
  [999_600, '1 ms'], [3_200_000, '3.2 ms'], [61e6, '61 ms'], [1.25e9, '1.25 s'], [-1, '0 ns'], [NaN, '0 ns']]));

test('growth and what is unknown', () => {
  equal(formatBytesPerHour(-12e6), '12 MB/h');
  equal(orDash(null, formatBytes), '–');
  equal(orDash(undefined, formatBytes), '–');
  equal(orDash(0, formatBytes), '0 B');
});

test('a difference has its sign', () => {
  same([1500, -1500, 0].map((difference) => formatChange(difference, formatBytes)), ['+1.5 kB', '−1.5 kB', '0']);
});

test('a moment has its date, sortable', () => {
  equal(formatMoment(new Date(2026, 0, 2, 3, 4, 5).getTime()), '2026-01-02 03:04:05');
});

test('a number of a diagnosis in the unit it has', () => {
  same([['bytes', 640 * 2 ** 20], ['bytes/s', 812e6], ['bytes/h', -12e6], ['ms', 3.2], ['ms', 90_000], ['s', 12.5], ['s', 600], ['ratio', 0.185],
    ['count', 61204], ['count', 0.5], ['count/s', 2.5], ['apples', 3], ['constructor', 3]].map(([unit, value]) => formatQuantity(value, unit)),
  ['640 MiB', '812 MB/s', '−12 MB/h', '3.2 ms', '1 min 30 s', '12.5 s', '10 min', '18.5 %', '61,204', '0.5', '2.5/s', '3 apples', '3 constructor']);
  same([NaN, null, undefined, 'NaN'].map((value) => formatQuantity(value, 'ms')), ['unknown', 'unknown', 'unknown', 'unknown']);
});
