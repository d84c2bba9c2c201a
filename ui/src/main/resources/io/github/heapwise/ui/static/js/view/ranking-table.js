import { columnClass } from './columns.js';
import { element, meter, replaceKeepingFocus } from './dom.js';

/**
 * A table of ranked things. Columns say how a row is shown and, where they can be sorted by, its value.
 * @typedef {{title: string, cell: (row: object) => (Node|string), value?: (row: object) => (number|null),
 *   text?: boolean, minor?: boolean, isShown?: (rows: object[]) => boolean}} Column `text` columns are aligned to the left,
 *   `minor` ones go first where there is little room; the first column is the row's heading
 */
export class RankingTable {
  #host;
  #title;
  #note;
  #columns;
  #empty;
  #limit;
  #sortedBy;
  #ascending = false;
  #isLast;
  #isCurrent;
  #rows = [];

  /**
   * @param {{title: string, note: string, columns: Column[], empty: string, limit: number, sortedBy?: string,
   *   isLast?: (row: object) => boolean, isCurrent?: (row: object) => boolean}} description `sortedBy` is the title of a column, `isLast` names rows that are
   *   sums of the rest and stay at the end, `isCurrent` the one that somebody came for
   */
  constructor(host, {title, note, columns, empty, limit, sortedBy, isLast = () => false, isCurrent = () => false}) {
    this.#host = host;
    this.#title = title;
    this.#note = note;
    this.#columns = columns;
    this.#empty = empty;
    this.#limit = limit;
    this.#isLast = isLast;
    this.#isCurrent = isCurrent;
    this.#sortedBy = columns.find((column) => column.title === sortedBy);
  }

  /** @param {object[]} rows in the order to show them in as long as nobody sorts @param {string} [title] */
  render(rows, title = this.#title) {
    this.#rows = rows;
    this.#title = title;
    const titleId = `${this.#host.dataset.hw}-title`;
    const {scrollLeft = 0} = this.#host.querySelector('.hw-table-scroll') ?? {};
    replaceKeepingFocus(this.#host,
        element('div', {class: 'hw-panel__head'}, element('h2', {id: titleId}, this.#title),
            element('span', {class: 'hw-panel__note'}, this.#note)),
        rows.length === 0 ? element('p', {class: 'hw-table__empty'}, this.#empty) : this.#table(titleId));
    this.#host.querySelector('.hw-table-scroll')?.scrollTo({left: scrollLeft, behavior: 'instant'});
  }

  #table(titleId) {
    const shown = this.#sorted().slice(0, this.#limit);
    const left = this.#rows.length - shown.length;
    const columns = this.#columns.filter(({isShown}) => !isShown || isShown(this.#rows));
    return element('div', {class: 'hw-table-scroll', tabindex: 0, role: 'region', 'aria-labelledby': titleId},
        element('table', {class: 'hw-table', 'aria-labelledby': titleId},
            element('thead', {}, element('tr', {}, ...columns.map((column) => this.#heading(column)))),
            element('tbody', {}, ...shown.map((row) => this.#row(row, columns)))),
        left > 0 ? element('p', {class: 'hw-table__empty'}, `and ${left} more`) : null);
  }

  #heading(column) {
    const sorted = this.#sortedBy === column;
    const sort = () => {
      this.#ascending = sorted && !this.#ascending;
      this.#sortedBy = column;
      this.render(this.#rows);
    };
    return element('th', {
      scope: 'col',
      class: columnClass(column),
      'aria-sort': sorted ? this.#ascending ? 'ascending' : 'descending' : null,
    }, column.value
      ? element('button', {class: 'hw-table__sort', type: 'button', click: sort}, column.title) : column.title);
  }

  #row(row, columns) {
    return element('tr', {'aria-current': this.#isCurrent(row) ? 'true' : null}, ...columns.map((column, index) => element(index === 0 ? 'th' : 'td', {
      scope: index === 0 ? 'row' : null,
      class: column.text && index > 0 ? 'hw-table__text hw-table__soft' : columnClass(column),
    }, column.cell(row))));
  }

  #sorted() {
    const value = this.#sortedBy?.value;
    const sign = this.#ascending ? -1 : 1;
    const rank = (row) => value(row) ?? sign * -Infinity;
    const sorted = value ? this.#rows.toSorted((a, b) => sign * (rank(b) - rank(a))) : this.#rows;
    return [...sorted.filter((row) => !this.#isLast(row)), ...sorted.filter(this.#isLast)];
  }
}

/** A name that is cut off where there is no room for it. */
export function nameCell(name) {
  return element('span', {class: 'hw-table__plain', title: name}, name);
}

/** A share as number and bar. */
export function shareCell(text, ratio, kind) {
  const cell = document.createDocumentFragment();
  cell.append(text, meter(ratio, {kind}));
  return cell;
}
