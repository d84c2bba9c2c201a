import { columnClass } from './columns.js';
import { element } from './dom.js';
import { formatCount } from '../model/format.js';

const MAX_ROWS = 3000;
const INDENT_PIXELS = 16;

/**
 * A table whose rows unfold: a treegrid as ARIA describes it, with the focus on rows. What is below a row is asked for when it
 * is opened, a page at a time, and forgotten when it is closed.
 * @typedef {{title: string, cell: (row: object) => (Node|string), text?: boolean, minor?: boolean}} Column
 * @typedef {{rows: object[], page: number, pages: number, totalRows: number}} Part
 */
export class TreeGrid {
  #columns;
  #on;
  #body = element('tbody');
  #entryByRow = new WeakMap();
  #top = null;

  /**
   * @param {HTMLElement} host
   * @param {{label: string, columns: Column[]}} description
   * @param {{signal: AbortSignal, isLeaf: (row: object) => boolean, load: (row: object|null, page: number) => Promise<Part|null>,
   *   onFocus?: (row: object) => void}} on `load` answers null where it has told why there is nothing
   */
  constructor(host, {label, columns}, {signal, ...on}) {

    this.#columns = columns;
    this.#on = on;
    const heading = ({title, text, minor}) => element('th', {scope: 'col', class: columnClass({text, minor})}, title);
    host.replaceChildren(element('table', {class: 'hw-table hw-table--heap hw-tree-grid', role: 'treegrid', 'aria-label': label},
        element('thead', {}, element('tr', {}, ...columns.map(heading))), this.#body));
    host.addEventListener('keydown', (event) => this.#key(event), {signal});
    host.addEventListener('click', (event) => this.#click(event), {signal});
    host.addEventListener('focusin', (event) => this.#focused(event), {signal});
  }

  /** @param {Part} part the rows without a row above them @param {(row: object) => boolean} [isOpen] of those that are there already */
  render(part, isOpen = () => false) {
    this.#top = entryFor(null, null);
    this.#body.replaceChildren();
    this.#add(this.#top, part);
    this.#rove(this.#rows[0]);
    this.#openThose(this.#top.children, isOpen);
  }

  async #openThose(entries, isOpen) {
    for (const entry of entries.filter(({row}) => isOpen(row) && !this.#on.isLeaf(row))) {
      await this.#open(entry);
      await this.#openThose(entry.children, isOpen);
    }
  }

  get #rows() {
    return Array.from(this.#body.children);
  }

  #add(parent, {rows, page, pages, totalRows}) {
    parent.more?.remove();
    parent.more = null;
    const from = parent.children.length;
    const made = rows.map((row, index) => this.#entry(row, parent, from + index + 1, totalRows));
    const last = lastRowBelow(parent);
    const elements = made.map(({element: row}) => row);
    parent.children.push(...made);
    parent.more = page < pages ? this.#moreRow(parent, {page, left: totalRows - parent.children.length}) : null;
    if (parent.more) {
      elements.push(parent.more);
    }
    if (last) {
      last.after(...elements);
    }
    else {
      this.#body.append(...elements);
    }
  }

  #entry(row, parent, position, siblings) {
    const entry = entryFor(row, parent);
    const leaf = this.#on.isLeaf(row);
    const [first, ...others] = this.#columns;
    entry.element = element('tr', {
      tabindex: -1, 'aria-level': entry.level, 'aria-posinset': position, 'aria-setsize': siblings, 'aria-expanded': leaf ? null : 'false',
    },
    element('th', {scope: 'row', role: 'rowheader'}, element('span', {class: 'hw-tree-grid__label'}, indent(entry.level),
        element('span', {class: 'hw-tree-grid__twist', 'aria-hidden': 'true'}), first.cell(row))),
    ...others.map((column) => element('td', {class: columnClass(column)}, column.cell(row))));
    entry.element.querySelectorAll('a').forEach((link) => { link.tabIndex = -1; });
    this.#entryByRow.set(entry.element, entry);
    return entry;
  }

  #moreRow(parent, {page, left}) {
    const full = this.#body.childElementCount >= MAX_ROWS;
    const text = full ? `${formatCount(left)} more: close something first, ${formatCount(MAX_ROWS)} rows are enough for any browser`
      : `Show 100 more of ${formatCount(left)}`;
    const row = element('tr', {tabindex: -1, class: 'hw-tree-grid__more', 'aria-level': parent.level + 1},
        element('td', {colspan: this.#columns.length}, element('span', {class: 'hw-tree-grid__label'}, indent(parent.level + 1), text)));
    this.#entryByRow.set(row, {...entryFor(null, parent), load: full ? null : () => this.#loadMore(parent, page + 1, row)});
    return row;
  }

  async #loadMore(parent, page, row) {
    row.setAttribute('aria-busy', 'true');
    const part = await this.#on.load(parent.row, page);
    row.removeAttribute('aria-busy');
    if (part && row.isConnected) {
      const before = parent.children.length;
      this.#add(parent, part);
      this.#focus(parent.children[before]?.element);
    }
  }

  async #open(entry) {
    const {element: row} = entry;
    row.setAttribute('aria-busy', 'true');
    const part = await this.#on.load(entry.row, 1);
    row.removeAttribute('aria-busy');
    if (part && row.isConnected && !entry.isOpen) {
      entry.isOpen = true;
      row.setAttribute('aria-expanded', 'true');
      this.#add(entry, part);
    }
  }

  #close(entry) {
    const hadFocus = document.activeElement;
    entry.isOpen = false;
    entry.element.setAttribute('aria-expanded', 'false');
    rowsBelow(entry).forEach((row) => row.remove());
    entry.children = [];
    entry.more = null;
    if (!hadFocus?.isConnected || !this.#body.querySelector('[tabindex="0"]')) {
      this.#rove(entry.element);
    }
  }

  #toggle(entry) {
    if (entry.load) {
      entry.load();
    }
    else if (entry.isOpen) {
      this.#close(entry);
    }
    else if (entry.row && !this.#on.isLeaf(entry.row)) {
      this.#open(entry);
    }
  }

  #click(event) {
    const row = event.target.closest('tbody tr');
    if (row && !event.target.closest('a')) {
      this.#focus(row);
      this.#toggle(this.#entryByRow.get(row));
    }
  }

  #focused(event) {
    const row = event.target.closest('tbody tr');
    if (row) {
      this.#rove(row);
      const entry = this.#entryByRow.get(row);
      if (entry.row) {
        this.#on.onFocus?.(entry.row);
      }
    }
  }

  #key(event) {
    const row = event.target.closest('tbody tr');
    if (row && !event.ctrlKey && !event.metaKey && !event.altKey && this.#navigate(event.key, row)) {
      event.preventDefault();
    }
  }

  #navigate(key, row) {
    const entry = this.#entryByRow.get(row);
    switch (key) {
      case 'ArrowDown':
        return this.#focus(row.nextElementSibling);
      case 'ArrowUp':
        return this.#focus(row.previousElementSibling);
      case 'ArrowRight':
        return entry.isOpen ? this.#focus(entry.children[0]?.element) : (this.#toggle(entry), true);
      case 'ArrowLeft':
        return entry.isOpen ? (this.#close(entry), true) : this.#focus(entry.parent?.element);
      case 'Home':
        return this.#focus(this.#body.firstElementChild);
      case 'End':
        return this.#focus(this.#body.lastElementChild);
      case 'Enter':
        return entry.load ? (entry.load(), true) : this.#follow(row);
      case ' ':
        return this.#toggle(entry), true;
      default:
        return false;
    }
  }

  #follow(row) {
    row.querySelector('a')?.click();
    return true;
  }

  #focus(row) {
    row?.focus();
    return true;
  }

  // One row takes the focus from the page; the arrows move it on.
  #rove(row) {
    this.#body.querySelectorAll('[tabindex="0"]').forEach((other) => { other.tabIndex = -1; });
    if (row) {
      row.tabIndex = 0;
    }
  }
}

function entryFor(row, parent) {
  return {row, parent, level: parent ? parent.level + 1 : 0, children: [], more: null, isOpen: false, element: null};
}

function rowsBelow(entry) {
  return [...entry.children.flatMap((child) => [child.element, ...rowsBelow(child)]), entry.more].filter(Boolean);
}

function lastRowBelow(entry) {
  return rowsBelow(entry).at(-1) ?? entry.element;
}

function indent(level) {
  const space = element('span', {class: 'hw-tree-grid__indent'});
  space.style.width = `${(level - 1) * INDENT_PIXELS}px`;
  return space;
}
