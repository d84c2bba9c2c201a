import { Figure } from './figure.js';
import { describeTrend, describeTrendInterval } from '../model/trend.js';
import { formatBinaryBytes, formatBytesPerSecond, formatNanos, formatPercent, formatSeconds, orDash } from '../model/format.js';
import { countPauses, pauseRatios } from '../model/gc-events.js';

const PARTS = 60;

/** The row of figures on top of the page of garbage collections, of the window the server sums up. */
export class GcFigures {
  #figures;

  /** @param {{signal: AbortSignal}} lifetime */
  constructor({signal}) {
    this.#figures = Object.fromEntries(['gc-time', 'longest', 'pause-time', 'rate', 'promoted', 'live']
        .map((name) => [name, new Figure(name, {signal})]));
  }

  /** @param {{summary: object|undefined, events: object[], window: {from: number, to: number}}} shown `summary` is not
   *   there before the first answer */
  render({summary, events, window}) {
    if (summary === undefined) {
      Object.values(this.#figures).forEach((figure) => figure.render({value: '–'}));
      return;
    }
    const {pauses, pauseRatio, longestPauseNanos, p50Nanos, p99Nanos, windowMillis} = summary;
    const {allocatedBytesPerSecond, promotedBytesPerSecond, liveBytes} = summary;
    const ofPauses = (nanos) => pauses > 0 ? nanos : null;
    const span = `in the last ${formatSeconds(windowMillis / 1000)}`;
    this.#show('gc-time', pauseRatio, formatPercent, `${countPauses(pauses)} ${span}`, pauseRatios(events, window, PARTS));
    this.#show('longest', ofPauses(longestPauseNanos), formatNanos, span);
    this.#show('pause-time', ofPauses(p99Nanos), formatNanos, pauses > 0 ? `half of them at most ${formatNanos(p50Nanos)}` : span);
    this.#show('rate', allocatedBytesPerSecond, formatBytesPerSecond, span);
    this.#show('promoted', promotedBytesPerSecond, formatBytesPerSecond,
        promotedBytesPerSecond == null ? 'this collector does not tell' : `survived into the old generation ${span}`);
    this.#show('live', liveBytes, formatBinaryBytes, [describeTrend(summary), describeTrendInterval(summary)].filter(Boolean).join(', '));
  }

  #show(name, value, format, note, values) {
    this.#figures[name].render({value: orDash(value, format), note, values});
  }
}
