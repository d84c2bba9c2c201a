import { TimeChart } from '../view/time-chart.js';
import { formatBytesPerSecond, formatClock } from '../model/format.js';
import { part } from '../view/dom.js';
import { rateColumns, stacked } from '../model/rate-columns.js';

/** The allocation rate, stacked by who called `new`. */
export class RatePanel {
  #chart;

  /** @param {{signal: AbortSignal, syncKey: string}} wiring */
  constructor({signal, syncKey}) {
    // The largest sum is painted first: it stands behind the others.
    this.#chart = new TimeChart(part('rate-chart'), {
      signal,
      syncKey,
      name: 'Allocation rate by who called new',
      format: formatBytesPerSecond,
      series: [
        {label: 'JDK', color: 'jdk', shape: 'steps'},
        {label: 'dependencies', color: 'dep', shape: 'steps'},
        {label: 'app', color: 'app', shape: 'steps'},
      ],
    });
  }

  /** @param {{timeline: Timeline, window: {from: number, to: number}, waiting: string|null}} shown `waiting` is what
   *   to say before the first profile */
  render({timeline, window, waiting}) {
    const rates = rateColumns(timeline);
    this.#chart.render({
      columns: backwards(stacked(rates)),
      readings: backwards(rates),
      window,
      finding: describe(timeline),
      empty: timeline.length > 0 ? null : waiting ?? 'Nothing recorded yet.',
    });
  }
}

function backwards([times, ...columns]) {
  return [times, ...columns.toReversed()];
}

function describe(timeline) {
  return timeline.length === 0 ? 'Allocation rate: nothing recorded yet'
    : `Allocation rate from ${formatClock(timeline.start)} to ${formatClock(timeline.end)}: `
      + `${formatBytesPerSecond(timeline.meanRate(timeline.start, timeline.end))} on average, `
      + `${formatBytesPerSecond(timeline.peakRate)} at most`;
}
