import { TimeChart } from '../view/time-chart.js';
import { countKinds, countPauses, pauseColumns, pauseKinds } from '../model/gc-events.js';
import { element, part, replaceKeepingFocus } from '../view/dom.js';
import { formatNanos } from '../model/format.js';
import { kindMark } from '../view/kind-marks.js';
import { largestOf, spreadsWidely } from '../model/time-window.js';

const COLORS = Object.freeze({young: '1', mixed: '2', full: '4', other: '3'});

/** Every pause as a mark, whose shape and colour tell its kind. */
export class PausePanel {
  #chart;
  #keys = '';

  /** @param {{signal: AbortSignal, syncKey: string}} wiring */
  constructor({signal, syncKey}) {
    this.#chart = new TimeChart(part('pause-chart'), {
      signal,
      syncKey,
      name: 'Pauses',
      format: formatNanos,
      series: [
        ...pauseKinds.map((kind) => ({label: kind, color: COLORS[kind], shape: 'marks', kind})),
        {label: 'p99', color: 'max', dash: true},
      ],
    });
  }

  /**
   * @param {{events: object[], window: {from: number, to: number}, p99Nanos: number|null, waiting: string|null}} shown
   *   collections of the window, and the percentile of the server's window; `waiting` is what to say before it is known
   *   whether there are any
   */
  render({events, window, p99Nanos, waiting}) {
    const pauses = events.filter(({pause}) => pause);
    const columns = pauseColumns(events);
    this.#chart.render({
      columns: [...columns, columns[0].map(() => p99Nanos ?? null)],
      window,
      logarithmic: spreadsWidely(pauses.map(({durationNanos}) => durationNanos)),
      finding: describe(pauses),
      empty: pauses.length > 0 ? null : waiting ?? 'No pause in this range yet.',
    });
    this.#showKeys(pauses, p99Nanos);
  }

  #showKeys(pauses, p99Nanos) {
    const kinds = pauseKinds.filter((kind) => pauses.some((event) => event.kind === kind));
    const p99 = pauses.length > 0 && typeof p99Nanos === 'number' ? `p99 ${formatNanos(p99Nanos)}` : '';
    const keys = `${kinds} ${p99}`;
    if (keys !== this.#keys) {
      this.#keys = keys;
      replaceKeepingFocus(part('pause-keys'), ...kinds.map((kind) => key(kindMark(kind), kind)),
          p99 && key(element('span', {class: 'hw-swatch hw-swatch--max'}), p99));
    }
  }
}

function key(mark, text) {
  return element('span', {class: 'hw-key'}, mark, text);
}

function describe(pauses) {
  if (pauses.length === 0) {
    return 'Pauses of garbage collections: none in this range';
  }
  const longest = largestOf(pauses.map(({durationNanos}) => durationNanos));
  return `${countPauses(pauses.length)} of garbage collections (${countKinds(pauses)}), `
      + `the longest ${formatNanos(longest)}`;
}
