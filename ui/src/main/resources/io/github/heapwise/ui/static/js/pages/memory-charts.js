import { TimeChart } from '../view/time-chart.js';
import { formatBinaryBytes, orDash } from '../model/format.js';
import { largestOf, valuesWithin } from '../model/time-window.js';
import { part } from '../view/dom.js';

const SYNC_KEY = 'memory';
const HEAP = ['heapCommittedBytes', 'heapUsedBytes', 'liveBytes'];
const PROCESS = ['residentBytes', 'headroomBytes'];

/** Heap and process over time, with one cursor. */
export class MemoryCharts {
  #heap;
  #process;

  /** @param {{signal: AbortSignal}} lifetime */
  constructor({signal}) {
    const common = {signal, syncKey: SYNC_KEY, format: formatBinaryBytes, binary: true};
    this.#heap = new TimeChart(part('heap-chart'), {
      ...common,
      name: 'Heap over time',
      series: [
        {label: 'committed', color: '3'},
        {label: 'used', color: '1', shape: 'area'},
        {label: 'live', color: '4'},
      ],
    });
    this.#process = new TimeChart(part('process-chart'), {
      ...common,
      name: 'Resident set and headroom over time',
      series: [{label: 'resident', color: '2', shape: 'area'}, {label: 'headroom', color: '3'}],
    });
  }

  /** @param {{history: History, window: {from: number, to: number}, waiting: string}} shown */
  render({history, window, waiting}) {
    const scene = (names) => ({
      columns: [history.times, ...names.map((name) => history.column(name))],
      window,
      empty: history.length > 0 ? null : waiting,
    });
    const latest = (name) => orDash(history.latest(name), formatBinaryBytes);
    const largest = (name) => orDash(largestOf(valuesWithin(window, history.times, history.column(name))), formatBinaryBytes);
    this.#heap.render({
      ...scene(HEAP),
      finding: `Heap: ${latest('heapUsedBytes')} used now, at most ${largest('heapUsedBytes')}; ${latest('liveBytes')} live`,
    });
    const process = scene(PROCESS);
    this.#process.render({
      ...process,
      empty: process.empty ?? (history.latest('residentBytes') === null ? 'This system does not tell what the process holds.' : null),
      finding: `Process: ${latest('residentBytes')} resident now, at most ${largest('residentBytes')}; `
          + `headroom ${latest('headroomBytes')}`,
    });
  }
}
