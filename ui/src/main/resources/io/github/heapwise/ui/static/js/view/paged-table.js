import { columnClass } from './columns.js';
import { element, replaceKeepingFocus, setText } from './dom.js';
import { formatCount } from '../model/format.js';

const FILTER_MILLIS = 250;

/**
 * A table of which the server sorts, filters and sends one page.
 * @typedef {{title: string, cell: (row: object) => (Node|string), sort?: string, rising?: boolean, text?: boolean, minor?: boolean,
 *   note?: string}} Column `sort` is how the server calls it, `rising` ones begin with the least, the first column is the row's heading
 */
export class PagedTable {
  #description;
  #on;
  #query = {sort: null, filter: '', page: 1};
  #timer = 0;
  #parts = {
    head: element('tr'),
    body: element('tbody'),
    empty: element('p', {class: 'hw-table__empty'}),
    pager: element('nav', {class: 'hw-pager', hidden: true}),
    filter: null,
  };

  /**
   * @param {{id: string, title: string, note?: string, columns: Column[], sortedBy: string, filter?: string, empty: string,
   *   detail?: {title: (row: object) => string, of: (row: object) => (Node|null)}}} description `sortedBy` is how the server sorts by itself, `filter` what can be typed
   *   in, `detail` unfolds below a row
   * @param {{onChange: (change: object) => void}} on told the page, sort or filter that somebody wishes for
   */
  constructor(host, description, on) {
    this.#description = description;
    this.#on = on;
    const {id, title, note = ''} = description;
    const {head, body, empty, pager} = this.#parts;
    pager.setAttribute('aria-label', `Pages of ${title}`);
    host.replaceChildren(
        element('div', {class: 'hw-panel__head'}, element('h2', {id: `${id}-title`}, title), element('span', {class: 'hw-panel__note'}, note),
            this.#filterField()),
        element('div', {class: 'hw-table-scroll', tabindex: 0, role: 'region', 'aria-labelledby': `${id}-title`},
            element('table', {class: 'hw-table hw-table--heap', 'aria-labelledby': `${id}-title`}, element('thead', {}, head), body)),
        empty, pager);
  }

  /** @param {{rows: object[], page: number, pages: number, totalRows: number}} answer @param {{sort: string|null, filter: string}} query */
  render(answer, query) {
    const {body, empty} = this.#parts;
    this.#query = {...query, page: answer.page};
    replaceKeepingFocus(this.#parts.head, ...this.#description.columns.map((column) => this.#heading(column)));
    replaceKeepingFocus(body, ...answer.rows.flatMap((row) => this.#row(row)));
    empty.hidden = answer.rows.length > 0;
    setText(empty, this.#emptiness(answer));
    this.#renderPager(answer);
    this.#renderFilter(query.filter);
  }

  #emptiness({totalRows}) {
    if (totalRows > 0) {
      return 'There is no such page.';
    }
    return this.#query.filter ? `Nothing is called '${this.#query.filter}'.` : this.#description.empty;
  }

  #filterField() {
    const {filter} = this.#description;
    if (!filter) {
      return null;
    }
    this.#parts.filter = element('input', {
      class: 'hw-find__input', type: 'search', autocomplete: 'off', spellcheck: 'false', maxlength: 200, placeholder: filter, 'aria-label': filter,
      input: () => this.#typed(),
    });
    return element('span', {class: 'hw-panel__aside'}, element('label', {class: 'hw-find hw-find--small'}, this.#parts.filter));
  }

  // A question for every letter would be one too many.
  #typed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#on.onChange({filter: this.#parts.filter.value, page: 1}), FILTER_MILLIS);
  }

  #renderFilter(text) {
    const {filter} = this.#parts;
    if (filter && filter !== document.activeElement) {
      filter.value = text;
    }
  }

  #heading(column) {
    const sorted = column.sort !== undefined && (this.#query.sort ?? this.#description.sortedBy).replace('-', '') === column.sort;
    const turned = sorted && Boolean(this.#query.sort?.startsWith('-'));
    const ascending = Boolean(column.rising) !== turned;
    return element('th', {scope: 'col', class: columnClass(column), title: column.note ?? null, 'aria-sort': sorted ? ascending ? 'ascending' : 'descending' : null},
        column.sort === undefined ? column.title : element('button', {
          class: 'hw-table__sort', type: 'button', click: () => this.#sort(column.sort, sorted && !turned),
        }, column.title));
  }

  #sort(name, turn) {
    const usual = name === this.#description.sortedBy && !turn;
    this.#on.onChange({sort: usual ? null : `${turn ? '-' : ''}${name}`, page: 1});
  }

  #row(row) {
    const {columns, detail} = this.#description;
    const unfolded = detail?.of(row) ?? null;
    const below = unfolded && element('tr', {class: 'hw-table__detail', hidden: true}, element('td', {colspan: columns.length}, unfolded));
    const [heading, ...others] = columns;
    return [element('tr', {},
        element('th', {scope: 'row', class: columnClass(heading)}, detail ? unfolding(heading.cell(row), below, detail.title(row)) : heading.cell(row)),
        ...others.map((column) => element('td', {class: columnClass(column)}, column.cell(row)))), below].filter(Boolean);
  }

  #renderPager({page, pages, totalRows}) {
    const {pager} = this.#parts;
    const go = (title, target) => element('button', {
      class: 'hw-button', type: 'button', disabled: target < 1 || target > pages || target === page, click: () => this.#on.onChange({page: target}),
    }, title);
    pager.hidden = pages <= 1 && page === 1;
    replaceKeepingFocus(pager, go('First', 1), go('Previous', Math.min(page - 1, pages)),
        element('span', {class: 'hw-pager__place', role: 'status'}, `Page ${formatCount(page)} of ${formatCount(pages)}, ${formatCount(totalRows)} rows`),
        go('Next', page + 1), go('Last', pages));
  }
}

// Names stand below each other, also where nothing unfolds.
function unfolding(name, below, title) {
  if (below === null) {
    return element('span', {class: 'hw-tree-grid__label'}, element('span', {class: 'hw-unfold-none'}), name);
  }
  const button = element('button', {class: 'hw-unfold', type: 'button', 'aria-expanded': 'false', 'aria-label': title, click: () => {
    below.hidden = !below.hidden;
    button.setAttribute('aria-expanded', String(!below.hidden));
  }});
  return element('span', {class: 'hw-tree-grid__label'}, button, name);
}
