import { liveRanges } from './url-state.js';

// As many times the median as the largest may be on a linear scale.
const WIDE = 50;

/**
 * The part of time that charts show: a fixed range as it is, a live one up to the latest data, so that a clock of the
 * browser that is wrong does no harm.
 * @param {{range: string, from: string|null, to: string|null}} state
 * @param {{earliest: number, latest: number}} data epoch milliseconds, NaN without data
 * @returns {{from: number, to: number}} epoch milliseconds, `from` before `to`
 */
export function timeWindow({range, from, to}, {earliest, latest}) {
  if (range === 'fixed') {
    return {from: Date.parse(from), to: Date.parse(to)};
  }
  const end = Number.isFinite(latest) ? latest : Date.now();
  const start = Number.isFinite(earliest) ? earliest : end - liveRanges['1m'] * 1000;
  const seconds = liveRanges[range];
  return {from: Number.isFinite(seconds) ? end - seconds * 1000 : Math.min(start, end - 10_000), to: end};
}

/** The values whose time lies in a window. */
export function valuesWithin({from, to}, times, values) {
  const first = times.findIndex((time) => time >= from);
  return first < 0 ? [] : values.slice(first, times.findLastIndex((time) => time <= to) + 1);
}

/** The mean of what is known, `null` if nothing is. */
export function meanOf(values) {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : null;
}

/**
 * Whether values spread so far that only a logarithmic scale shows both the small and the large ones: one request of
 * three seconds flattens all others on a linear one. It cannot show nothing, which is what a coarse clock calls little.
 */
export function spreadsWidely(values) {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  return known.length > 2 && known[0] > 0 && known.at(-1) > WIDE * known[known.length >> 1];
}

/** The largest of what is known, `null` if nothing is. */
export function largestOf(values) {
  return values.reduce((largest, value) => value !== null && (largest === null || value > largest) ? value : largest, null);
}
