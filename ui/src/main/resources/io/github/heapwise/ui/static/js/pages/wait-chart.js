import { TimeChart } from '../view/time-chart.js';
import { countPauses } from '../model/gc-events.js';
import { describePauseAt, worstOf } from '../model/waits.js';
import { formatNanos, orDash } from '../model/format.js';
import { largestOf, spreadsWidely, valuesWithin } from '../model/time-window.js';
import { part } from '../view/dom.js';

const SYNC_KEY = 'latency';

/** Percentiles of a delay over time, with the pauses of the collector shaded. */
export class WaitChart {
  #chart;
  #series;

  /**
   * @param {string} id of the part of the page
   * @param {{signal: AbortSignal, name: string, series: {label: string, color: string, column: string}[]}} chart `column`
   *   is the end of the name of a column
   */
  constructor(id, {signal, name, series}) {
    this.#series = series;
    this.#chart = new TimeChart(part(id), {
      signal,
      syncKey: SYNC_KEY,
      name,
      format: formatNanos,
      series: series.map(({label, color}) => ({label, color, isolated: true})),
    });
  }

  /**
   * @param {{subject: string, prefix: string, history: History, window: {from: number, to: number}, pauses: object[],
   *   intervalMillis: number, waiting: string}} shown `subject` begins the finding, `prefix` the names of columns; `waiting`
   *   is what to say without any values
   */
  render({subject, prefix, history, window, pauses, intervalMillis, waiting}) {
    const columns = this.#series.map(({column}) => history.column(`${prefix}.${column}`));
    const visible = columns.map((column) => valuesWithin(window, history.times, column));
    const largest = visible.map(largestOf);
    const found = this.#series.map(({label}, index) => `${label} at most ${orDash(largest[index], formatNanos)}`).join(', ');
    const isEmpty = largest.every((value) => value === null);
    this.#chart.render({
      columns: [history.times, ...columns],
      window,
      logarithmic: isFlattened(visible),
      shades: pauses,
      remark: (time) => describePauseAt(pauses, time, intervalMillis),
      finding: isEmpty ? `${subject}: nothing in this range` : `${subject}: ${found}; ${countPauses(pauses.length)} of the collector`,
      empty: isEmpty ? waiting : null,
    });
  }
}

// By the line that reaches highest: percentiles far below the others are the rule. What is nothing has no place on a logarithmic scale.
function isFlattened(columns) {
  return spreadsWidely(worstOf(columns, largestOf) ?? []) && !columns.some((values) => values.includes(0));
}
