import { element } from './dom.js';
import { formatBinaryBytes, formatBytes, formatClock, formatNanos, orDash } from '../model/format.js';
import { kindMark } from './kind-marks.js';

const ROWS = 200;
const COLUMNS = ['Time', 'kind', 'cause', 'phase', 'duration', 'heap before → after', 'promoted'];

/**
 * The latest collections, a row each. What happened does not change, so a row is made once and kept: who reads or
 * tabs through the table is not disturbed by what is added on top.
 */
export class EventTable {
  #table;
  #body = element('tbody');
  #empty = element('p', {class: 'hw-table__empty'});
  #left = element('p', {class: 'hw-table__empty'});
  #rowByKey = new Map();
  #onSelect;

  /** @param {{onSelect: (event: object) => void}} on */
  constructor(host, {onSelect}) {
    this.#onSelect = onSelect;
    this.#table = element('table', {class: 'hw-table', 'aria-labelledby': host.getAttribute('aria-labelledby')},
        element('thead', {}, element('tr', {}, ...COLUMNS.map((title, index) =>
          element('th', {scope: 'col', class: index < 4 ? 'hw-table__text' : null}, title)))), this.#body);
    host.replaceChildren(this.#table, this.#empty, this.#left);
  }

  /** @param {object[]} events newest first @param {object|null} selected @param {string} empty what to say without any */
  render(events, selected, empty) {
    const shown = events.slice(0, ROWS);
    const rows = new Map(shown.map((event) => [keyOf(event), this.#rowByKey.get(keyOf(event)) ?? this.#row(event)]));
    this.#rowByKey = rows;
    this.#arrange(Array.from(rows.values()));
    this.mark(selected);
    this.#table.hidden = shown.length === 0;
    this.#empty.textContent = shown.length === 0 ? empty : '';
    this.#left.textContent = events.length > ROWS ? `and ${events.length - ROWS} earlier ones` : '';
    this.#left.hidden = events.length <= ROWS;
  }

  /** @param {object|null} selected the one whose details are shown */
  mark(selected) {
    const current = selected && keyOf(selected);
    this.#rowByKey.forEach((row, key) => {
      if (key === current) {
        row.setAttribute('aria-current', 'true');
      }
      else {
        row.removeAttribute('aria-current');
      }
    });
  }

  // Only what is not in its place is moved: a row that is moved loses the focus.
  #arrange(rows) {
    for (const row of Array.from(this.#body.children)) {
      if (!rows.includes(row)) {
        row.remove();
      }
    }
    rows.forEach((row, index) => {
      const there = this.#body.children[index];
      if (there !== row) {
        this.#body.insertBefore(row, there ?? null);
      }
    });
  }

  #row(event) {
    const {at, kind, cause, phase, heapBeforeBytes, heapAfterBytes, promotedBytes} = event;
    const words = (text) => element('td', {class: 'hw-events__words', title: text ?? null}, text ?? '–');
    return element('tr', {},
        element('th', {scope: 'row'}, element('button', {class: 'hw-events__time', type: 'button',
          'aria-label': `${formatClock(at, true)}, pools of this collection`, click: () => this.#onSelect(event)}, formatClock(at, true))),
        element('td', {class: 'hw-table__text'}, kindMark(kind), kind), words(cause), words(phase),
        element('td', {}, ...duration(event)),
        element('td', {}, typeof heapBeforeBytes === 'number'
          ? `${formatBinaryBytes(heapBeforeBytes)} → ${formatBinaryBytes(heapAfterBytes)}` : '–'),
        element('td', {}, orDash(promotedBytes, formatBytes)));
  }
}

// An application that was started again counts from the beginning.
function keyOf({sequence, at}) {
  return `${sequence}@${at}`;
}

// What was measured with a clock of milliseconds is not shown as if it were exact.
function duration({durationNanos, exact, pause}) {
  const text = `${!exact && durationNanos === 0 ? '< 1 ms' : formatNanos(durationNanos)}${pause ? '' : ', concurrent'}`;
  return exact || durationNanos === 0 ? [text] : [element('abbr', {title: 'measured in whole milliseconds'}, '≈'), ` ${text}`];
}
