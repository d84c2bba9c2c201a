import { TimeChart } from '../view/time-chart.js';
import { formatBinaryBytes } from '../model/format.js';
import { heapColumns } from '../model/gc-events.js';
import { largestOf } from '../model/time-window.js';
import { part, setText } from '../view/dom.js';

const OFF_THE_CHART = 3;

/** The heap before and after each collection, with the size it may grow to. */
export class HeapPanel {
  #chart;
  #maxBytes;

  /** @param {{signal: AbortSignal, syncKey: string}} wiring */
  constructor({signal, syncKey}) {
    this.#maxBytes = Number(part('max-heap').dataset.bytes) || null;
    this.#chart = new TimeChart(part('heap-chart'), {
      signal,
      syncKey,
      name: 'Heap at each collection',
      format: formatBinaryBytes,
      binary: true,
      series: [
        {label: 'before', color: '1', downTo: 1},
        {label: 'after', color: '4'},
        {label: 'max', color: 'max', dash: true},
      ],
    });
  }

  /** @param {{events: object[], window: {from: number, to: number}, waiting: string|null}} shown
   *   collections of the window; `waiting` is what to say before it is known whether there are any */
  render({events, window, waiting}) {
    const columns = heapColumns(events);
    const [times, before, after] = columns;
    const max = this.#drawnMax(largestOf(before));
    setText(part('heap-max'), this.#maxBytes === null ? 'no max'
      : `max ${formatBinaryBytes(this.#maxBytes)}${max === null && times.length > 0 ? ', above' : ''}`);
    this.#chart.render({
      columns: [...columns, times.map(() => max)],
      window,
      finding: times.length === 0 ? 'Heap at each collection: none in this range'
        : `Heap at ${times.length} collections: at most ${formatBinaryBytes(largestOf(before))} before one, `
          + `${formatBinaryBytes(after.at(-1))} after the latest`,
      empty: times.length > 0 ? null : waiting ?? 'No collection in this range yet.',
    });
  }

  // A line far above would press the heap to the ground.
  #drawnMax(peak) {
    return this.#maxBytes !== null && peak !== null && this.#maxBytes <= OFF_THE_CHART * peak ? this.#maxBytes : null;
  }
}
