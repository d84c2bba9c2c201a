import { EventTable } from '../view/event-table.js';
import { RankingTable, nameCell } from '../view/ranking-table.js';
import { element, part, setText } from '../view/dom.js';
import { formatBinaryBytes, formatClock, formatCount, formatNanos, orDash } from '../model/format.js';

/** The collections one by one, the pools of the selected one, the collectors, and what this JVM does not tell. */
export class GcTables {
  #events;
  #pools = null;
  #selected = null;
  #collectors = new RankingTable(part('collectors'), {
    title: 'Collectors',
    note: 'since the start',
    empty: 'This JVM names no collectors.',
    limit: 10,
    columns: [
      {title: 'Collector', text: true, cell: ({name}) => nameCell(name)},
      {title: 'collections', cell: ({collections}) => orDash(collections, formatCount)},
      {title: 'in pauses', cell: ({pauseNanos}) => orDash(pauseNanos, formatNanos)},
      {title: 'concurrent', cell: ({concurrentNanos}) => orDash(concurrentNanos || null, formatNanos)},
    ],
  });
  #shownCollectors = '';

  /** @param {{signal: AbortSignal}} lifetime */
  constructor({signal}) {
    this.#events = new EventTable(part('events'), {signal, onSelect: (event) => this.#select(event)});
    this.#showPools(null);
  }

  /** @param {{gc: object|null, events: object[], kept: object[], hidden: number, waiting: string|null}} shown
   *   `kept` are also those outside of the range, `hidden` collections of the range are of kinds filtered out; `waiting`
   *   is what to say before it is known whether there are any */
  render({gc, events, kept, hidden, waiting}) {
    if (this.#selected !== null && !kept.includes(this.#selected)) {
      this.#select(null);
    }
    this.#events.render(events.toReversed(), this.#selected, waiting ?? emptiness(hidden));
    setText(part('events-note'), hidden === 0 ? '' : `${formatCount(hidden)} of other kinds hidden`);
    this.#showCollectors(gc?.collectors ?? []);
    const {unavailableReason = null} = gc ?? {};
    setText(part('gc-note'), unavailableReason ?? '');
    part('gc-note').hidden = unavailableReason === null;
  }

  #select(event) {
    this.#selected = event;
    this.#events.mark(event);
    this.#showPools(event);
  }

  #showPools(event) {
    const host = part('event-pools');
    this.#pools ??= new RankingTable(host, {
      title: 'Pools',
      note: '',
      empty: '',
      limit: 20,
      columns: [
        {title: 'Pool', text: true, cell: ({name}) => nameCell(name)},
        {title: 'before', cell: ({beforeBytes}) => orDash(beforeBytes, formatBinaryBytes)},
        {title: 'after', cell: ({afterBytes}) => orDash(afterBytes, formatBinaryBytes)},
        {title: 'committed', minor: true, cell: ({committedBytes}) => orDash(committedBytes, formatBinaryBytes)},
      ],
    });
    if (event === null || event.pools.length === 0) {
      const text = event === null ? 'Select a collection to see what it did to each pool.' : 'The JVM does not tell the pools of this one.';
      host.replaceChildren(element('div', {class: 'hw-panel__head'}, element('h2', {}, 'Pools')), element('p', {class: 'hw-panel__text'}, text));
      return;
    }
    this.#pools.render(event.pools, `Pools at ${formatClock(event.at, true)}: ${event.collector}`);
  }

  #showCollectors(collectors) {
    const shown = JSON.stringify(collectors);
    if (shown !== this.#shownCollectors) {
      this.#shownCollectors = shown;
      this.#collectors.render(collectors);
    }
  }
}

function emptiness(hidden) {
  return hidden > 0 ? 'All collections of this range are of kinds that are hidden.' : 'No collection in this range yet.';
}
