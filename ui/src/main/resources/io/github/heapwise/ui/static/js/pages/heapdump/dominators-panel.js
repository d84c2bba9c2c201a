import { Inquiry } from './inquiry.js';
import { TreeGrid } from '../../view/tree-grid.js';
import { TreemapCanvas } from '../../view/treemap-canvas.js';
import { className, objectName } from '../../view/class-name.js';
import { element, setText } from '../../view/dom.js';
import { formatBytes, formatPercent } from '../../model/format.js';
import { objectColumns } from './tables.js';
import { tableParameters } from '../../model/heap-state.js';

const KEYS = Object.freeze([['app', 'Application and others'], ['dep', 'Dependencies'], ['jdk', 'JDK']]);

/** What would be collectable without what: as areas, and as a tree of the same rows. */
export class DominatorsPanel {
  #dump;
  #node = null;
  #crumbs = element('ol', {class: 'hw-crumbs'});
  #note = element('span', {class: 'hw-panel__note'});
  #empty = element('p', {class: 'hw-table__empty', hidden: true}, 'It dominates nothing.');
  #map;
  #grid;
  #inquiry;
  #inquiryBelow;

  /** @param {HTMLElement} host @param {AnalysedDump} dump */
  constructor(host, dump) {
    this.#dump = dump;
    const figure = element('figure', {class: 'hw-treemap'});
    const scroll = element('div', {class: 'hw-table-scroll', tabindex: -1});
    const panel = element('section', {class: 'hw-panel', 'aria-labelledby': 'hw-dominators', 'data-hw': 'dominators'},
        element('div', {class: 'hw-panel__head'}, element('h2', {id: 'hw-dominators'}, 'Dominators'), this.#note,
            element('span', {class: 'hw-panel__aside'}, ...KEYS.map(([kind, text]) => element('span', {class: 'hw-key'},
                element('span', {class: `hw-swatch hw-swatch--${kind}`}), text)))),
        element('nav', {class: 'hw-view__crumbs', 'aria-label': 'Dominators above'}, this.#crumbs), figure, scroll, this.#empty);
    host.replaceChildren(panel);
    this.#map = new TreemapCanvas(figure, {
      signal: dump.signal,
      onChoose: ({node, dominated}) => dump.go(dominated > 0 ? {node} : {view: 'object', node}),
    });
    this.#grid = new TreeGrid(scroll, {label: 'Dominator tree', columns: [
      {title: 'Object', text: true, cell: (row) => objectName(row, dump.href({view: 'object', node: row.node}))}, ...objectColumns,
    ]}, {
      signal: dump.signal,
      isLeaf: ({dominated}) => dominated === 0,
      load: (row, page) => this.#below(row?.node ?? this.#node, page),
      onFocus: (row) => this.#map.mark(row),
    });
    this.#inquiry = new Inquiry(panel, dump.signal);
    this.#inquiryBelow = new Inquiry(scroll, dump.signal);
  }

  /** @param {object} state */
  show({node}) {
    this.#node = node;
    this.#inquiry.ask(async (signal) => {
      const [part, detail] = await Promise.all([this.#ask(node, 1, signal),
        node ? this.#dump.ask('object', new URLSearchParams({node, size: 1}), signal) : null]);
      return {part, detail};
    }, ({part, detail}) => this.#render(part, detail));
  }

  #ask(node, page, signal) {
    return this.#dump.ask('dominators', tableParameters({sort: null, filter: '', page}, {node}), signal);
  }

  // What is not there is told above the table, and the row stays closed.
  #below(node, page) {
    return new Promise((resolve) => {
      this.#inquiryBelow.ask((signal) => this.#ask(node, page, signal).catch((error) => {
        resolve(null);
        throw error;
      }), resolve);
    });
  }

  #render(part, detail) {
    const shown = part.rows.reduce((sum, {retainedBytes}) => sum + retainedBytes, 0);
    const [first] = part.rows;
    const whole = detail ? detail.object.retainedBytes - detail.object.shallowBytes : wholeBytes(first, shown);
    setText(this.#note, detail ? `what would be collectable without it; ${formatBytes(detail.object.retainedBytes)} with itself`
      : 'an object holds what would be collectable without it');
    this.#crumbs.replaceChildren(...this.#path(detail));
    this.#empty.hidden = part.rows.length > 0;
    this.#map.render({rows: part.rows, wholeBytes: whole, otherObjects: part.totalRows - part.rows.length, label: labelOf(first)});
    this.#grid.render(part);
  }

  #path(detail) {
    const crumb = (text, node, isLast) => element('li', {class: 'hw-crumbs__item'}, isLast
      ? element('span', {class: 'hw-crumbs__link', 'aria-current': 'true'}, text)
      : element('a', {class: 'hw-crumbs__link', href: this.#dump.href({view: 'dominators', node})}, text));
    const above = detail ? [...detail.dominators.toReversed(), detail.object] : [];
    return [crumb('All roots', null, above.length === 0),
      ...above.map((object, index) => crumb(className(object.represents ?? object.className, {length: object.length}), object.node,
          index === above.length - 1))];
  }
}

// A row knows its share of all that is reachable.
function wholeBytes(first, shown) {
  return first?.retainedRatio > 0 ? Math.max(shown, first.retainedBytes / first.retainedRatio) : shown;
}

function labelOf(first) {
  return first ? `Treemap of the rows below. The largest is ${first.represents ?? first.className}, which retains ${formatBytes(first.retainedBytes)}, `
      + `${formatPercent(first.retainedRatio)} of all that is reachable.` : 'Treemap of nothing';
}
