import { DumpRow } from './dump-row.js';
import { element } from './dom.js';

const COLUMNS = ['Taken', 'Asked for by', 'State', 'Size', 'Pause', 'Actions'];

/**
 * Heap dumps, a row each, which stays the same element for as long as the dump is there: who reads it, tabs through it or
 * has its facts open is not disturbed by what happens to others.
 *
 * The roles are those that the elements have anyway: a narrow page lays rows out as blocks, which would take them away.
 */
export class DumpTable {
  #table;
  #empty = element('p', {class: 'hw-table__empty'}, 'Waiting for data.');
  #rowById = new Map();
  #links;

  /**
   * @param {HTMLElement} host
   * @param {{fileUrl: (dump: object, raw: boolean) => string, pageUrl: (dump: object) => string,
   *   onDelete: ((dump: object) => void)|null}} links `onDelete` is `null` where nobody may
   */
  constructor(host, links) {
    this.#links = links;
    const heading = (title, index) => element('th', {scope: 'col', role: 'columnheader', class: index < 3 ? 'hw-table__text' : null}, title);
    this.#table = element('table', {class: 'hw-table hw-dumps__table', role: 'table', 'aria-label': 'Heap dumps', hidden: true},
        element('thead', {role: 'rowgroup'}, element('tr', {role: 'row'}, ...COLUMNS.map(heading))));
    host.replaceChildren(this.#table, this.#empty);
  }

  /** @param {object[]} dumps newest first @param {{rawDownload: boolean, empty: string}} with `empty` is what to say without any */
  render(dumps, {rawDownload, empty}) {
    const rows = new Map(dumps.map((dump) => [dump.id, this.#rowById.get(dump.id) ?? new DumpRow(dump.id, this.#links)]));
    dumps.forEach((dump) => rows.get(dump.id).render(dump, {rawDownload}));
    this.#rowById.forEach((row, id) => rows.has(id) || row.element.remove());
    this.#rowById = rows;
    this.#arrange(Array.from(rows.values(), (row) => row.element));
    this.#table.hidden = dumps.length === 0;
    this.#empty.hidden = dumps.length > 0;
    this.#empty.textContent = empty;
  }

  // Only what is not in its place is moved: a row that is moved loses the focus.
  #arrange(rows) {
    rows.reduce((before, row) => {
      if (before.nextSibling !== row) {
        before.after(row);
      }
      return row;
    }, this.#table.tHead);
  }
}
