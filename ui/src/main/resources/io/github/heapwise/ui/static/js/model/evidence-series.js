import { describeSpan } from './diagnosis.js';
import { formatPercent, formatQuantity } from './format.js';
import { largestOf } from './time-window.js';

const MARGIN_RATIO = 0.08;

/**
 * How a number of the evidence moved, ready to be drawn. What is drawn may be another quantity than the number: pauses
 * in milliseconds behind a share of the time. Then the series says its unit, and the threshold in it if there is one.
 * @param {{signal: string, observed: number, threshold: number|null, unit: string, series: object|null}} evidence
 * @returns {{times: number[], values: number[], unit: string, threshold: number|null, above: boolean}|null} `above` where
 *   larger values pass the threshold, `null` where there is nothing to draw
 */
export function drawable({observed, threshold, unit, series}) {
  const times = series?.times ?? [];
  if (times.length === 0 || times.length !== series.values?.length) {
    return null;
  }
  const isOther = series.unit !== undefined && series.unit !== null;
  const limit = isOther ? series.threshold : threshold;
  return {
    times,
    values: series.values,
    unit: isOther ? series.unit : unit,
    threshold: Number.isFinite(limit) ? limit : null,
    above: !(observed < threshold),
  };
}

/**
 * The part of time to draw: all that was measured and some of what is around it, within what was looked at.
 * @param {{from: string, to: string}} evidence @param {number[]} times @param {{from: string, to: string}} diagnosis
 * @returns {{from: number, to: number}} epoch milliseconds
 */
export function drawnWindow(evidence, times, diagnosis) {
  const from = leastOf(Date.parse(evidence.from), times[0]);
  const to = mostOf(Date.parse(evidence.to), times.at(-1));
  const margin = Math.max(1000, (to - from) * MARGIN_RATIO);
  return {
    from: Math.min(from, mostOf(from - margin, Date.parse(diagnosis.from))),
    to: Math.max(to, leastOf(to + margin, Date.parse(diagnosis.to))),
  };
}

/** The finding of a chart in a sentence. @param {{signal: string}} evidence @param {object} drawn as drawable */
export function describeSeries({signal, from, to}, {values, unit, threshold, above}) {
  const format = (value) => formatQuantity(value, unit);
  const extreme = above ? `at most ${format(largestOf(values))}` : `at least ${format(leastOf(...values))}`;
  if (threshold === null) {
    return `${signal}, ${describeSpan({from, to})}: ${extreme}`;
  }
  const known = values.filter(Number.isFinite);
  const beyond = known.filter((value) => above ? value > threshold : value < threshold).length;
  return `${signal}, ${describeSpan({from, to})}: ${extreme}, ${above ? 'above' : 'below'} the threshold of ${format(threshold)} `
      + `in ${formatPercent(beyond / known.length)} of the measurements`;
}

function leastOf(...values) {
  return Math.min(...values.filter(Number.isFinite));
}

function mostOf(...values) {
  return Math.max(...values.filter(Number.isFinite));
}
