import { Inquiry } from './inquiry.js';
import { TreeGrid } from '../../view/tree-grid.js';
import { element, setText } from '../../view/dom.js';
import { formatBytes, formatCount } from '../../model/format.js';
import { objectName } from '../../view/class-name.js';
import { rootText } from '../../model/heap-root.js';

// Below it somebody has to open by hand.
const MAX_OPEN_ROWS = 200;

/** The shortest ways from roots to an object, or to the instances of a class, merged where they are the same. */
export class PathsTree {
  #dump;
  #note = element('span', {class: 'hw-panel__note'});
  #empty = element('p', {class: 'hw-table__empty', hidden: true}, 'No strong reference leads here from a root.');
  #scroll = element('div', {class: 'hw-table-scroll', tabindex: -1});
  #grid;
  #inquiry;

  /** @param {HTMLElement} panel @param {AnalysedDump} dump */
  constructor(panel, dump) {
    this.#dump = dump;
    panel.replaceChildren(element('div', {class: 'hw-panel__head'}, element('h2', {}, 'Shortest paths from roots'), this.#note), this.#scroll, this.#empty);
    this.#grid = new TreeGrid(this.#scroll, {label: 'Shortest paths from roots', columns: [
      {title: 'Object', text: true, cell: (step) => this.#name(step)},
      {title: 'Leads to', cell: ({targets}) => `${formatCount(targets)} ${targets === 1 ? 'object' : 'objects'}`, minor: true},
      {title: 'which retain', cell: ({targetBytes}) => formatBytes(targetBytes), minor: true},
      {title: 'Retained', cell: ({object}) => formatBytes(object.retainedBytes)},
    ]}, {
      signal: dump.signal,
      isLeaf: ({children = []}) => children.length === 0,
      load: async ({children}) => wholePart(children),
    });
    this.#inquiry = new Inquiry(panel, dump.signal);
  }

  /** @param {string} node */
  show(node) {
    this.#inquiry.ask((signal) => this.#dump.ask('paths', new URLSearchParams({node}), signal), (answer) => this.#render(answer));
  }

  #render({objects, examined, roots}) {
    let opened = 0;
    setText(this.#note, `without weak, soft and phantom references${examined < objects
      ? `; to ${formatCount(examined)} of the ${formatCount(objects)} objects, evenly chosen` : ''}`);
    this.#empty.hidden = roots.length > 0;
    this.#scroll.hidden = roots.length === 0;
    this.#grid.render(wholePart(roots), ({children = []}) => children.length > 0 && opened++ < MAX_OPEN_ROWS && (children.length === 1 || opened < 20));
  }

  #name({object, field, omitted, root}) {
    return element('span', {class: 'hw-step'},
        omitted > 0 ? element('span', {class: 'hw-faint'}, `${formatCount(omitted)} left out …`) : null,
        field ? element('span', {class: 'hw-step__field'}, field) : null,
        objectName(object, this.#dump.href({view: 'object', node: object.node})),
        root ? element('span', {class: 'hw-step__root'}, rootText(root)) : null);
  }
}

function wholePart(rows) {
  return {rows, page: 1, pages: 1, totalRows: rows.length};
}
