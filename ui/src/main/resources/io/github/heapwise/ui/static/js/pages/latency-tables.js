import { RankingTable, shareCell } from '../view/ranking-table.js';
import { element } from '../view/dom.js';
import { figureOf } from '../model/waits.js';
import { formatCount, formatNanos, formatPercent, orDash } from '../model/format.js';

const UNLIMITED = 2 ** 31 - 1;

/** Pools of threads: how busy they are, and how long a task waits for one of them. */
export class WorkerTable {
  #table;
  #chosen = null;

  /** @param {{onChoose: (name: string) => void}} on */
  constructor(host, {onChoose}) {
    this.#table = new RankingTable(host, {
      title: 'Pools of threads',
      note: 'start delay over the last minutes',
      empty: 'No pool of a web server, executor or scheduler is watched here.',
      limit: 50,
      columns: [
        nameColumn('Pool', () => this.#chosen, onChoose),
        {title: 'kind', text: true, cell: ({kind}) => kind},
        {title: 'active', cell: ({active, max}) => describeActive(active, max)},
        {title: 'queued', cell: ({queued}) => orDash(queued, formatCount)},
        utilizationColumn(),
        ...delayColumns(({startDelay}) => startDelay),
        {title: 'pinned', isShown: (rows) => rows.some(({pinned}) => pinned), cell: ({pinned}) => orDash(pinned?.count, formatCount)},
      ],
    });
  }

  /** @param {object[]} workers @param {string|null} chosen name of the one whose chart is shown */
  render(workers, chosen) {
    this.#chosen = chosen;
    this.#table.render(workers);
  }
}

/** Event loops: how busy they are, and how late they get to what is due. */
export class LoopTable {
  #table;
  #chosen = null;

  /** @param {{onChoose: (name: string) => void}} on */
  constructor(host, {onChoose}) {
    this.#table = new RankingTable(host, {
      title: 'Event loops',
      note: 'delay over the last minutes',
      empty: '',
      limit: 50,
      columns: [
        nameColumn('Loop', () => this.#chosen, onChoose),
        {title: 'pending', cell: ({pending}) => orDash(pending, formatCount)},
        utilizationColumn(),
        ...delayColumns(({delay}) => delay),
      ],
    });
  }

  /** @param {object[]} eventLoops @param {string|null} chosen name of the one whose chart is shown */
  render(eventLoops, chosen) {
    this.#chosen = chosen;
    this.#table.render(eventLoops);
  }
}

function nameColumn(title, chosen, onChoose) {
  return {title, text: true, cell: ({name}) => element('button', {class: 'hw-table__name', type: 'button', title: name,
    'aria-pressed': String(name === chosen()), click: () => onChoose(name)}, name)};
}

function utilizationColumn() {
  return {
    title: 'utilization',
    value: ({utilizationRatio}) => utilizationRatio ?? null,
    cell: ({utilizationRatio}) => orDash(utilizationRatio, (ratio) => shareCell(formatPercent(ratio), ratio, '')),
  };
}

function delayColumns(distributionOf) {
  return [['p50', 'p50Nanos'], ['p99', 'p99Nanos'], ['longest', 'maxNanos']].map(([title, name]) => ({
    title,
    value: (thing) => figureOf(distributionOf(thing), name),
    cell: (thing) => orDash(figureOf(distributionOf(thing), name), formatNanos),
  }));
}

function describeActive(active, max) {
  const limit = max > 0 && max < UNLIMITED ? ` of ${formatCount(max)}` : '';
  return `${orDash(active, formatCount)}${limit}`;
}
