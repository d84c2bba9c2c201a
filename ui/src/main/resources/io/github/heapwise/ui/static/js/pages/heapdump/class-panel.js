import { Inquiry } from './inquiry.js';
import { PagedTable } from '../../view/paged-table.js';
import { PathsTree } from './paths-tree.js';
import { className, objectName } from '../../view/class-name.js';
import { element } from '../../view/dom.js';
import { objectColumns } from './tables.js';
import { tableParameters } from '../../model/heap-state.js';

/** All instances of a class, and what keeps them alive. */
export class ClassPanel {
  #dump;
  #node = null;
  #head = element('section', {class: 'hw-panel', 'data-hw': 'class', hidden: true});
  #instances;
  #asked;
  #paths;

  /** @param {HTMLElement} host @param {AnalysedDump} dump */
  constructor(host, dump) {
    this.#dump = dump;
    const instances = element('section', {class: 'hw-panel', 'data-hw': 'instances'});
    const paths = element('section', {class: 'hw-panel', 'data-hw': 'paths'});
    host.replaceChildren(this.#head, instances, element('div', {class: 'hw-view__stack'}, paths));
    this.#asked = new Inquiry(instances, dump.signal);
    this.#instances = new PagedTable(instances, {
      id: 'hw-instances', title: 'Instances', note: 'those that retain most first', sortedBy: '', empty: 'No instance of this class is reachable.',
      columns: [{title: 'Object', text: true, cell: (row) => objectName(row, dump.href({view: 'object', node: row.node}))}, ...objectColumns],
    }, {onChange: (change) => dump.go(change)});
    this.#paths = new PathsTree(paths, dump);
  }

  /** @param {object} state */
  show(state) {
    const isOther = state.node !== this.#node;
    this.#node = state.node;
    this.#asked.ask((signal) => this.#dump.ask('instances', tableParameters(state, {node: state.node}), signal), (answer) => {
      this.#describe(answer);
      this.#instances.render(answer, state);
    });
    if (isOther) {
      this.#paths.show(this.#node);
    }
  }

  #describe({rows}) {
    const [first] = rows;
    this.#head.hidden = first === undefined;
    if (first) {
      this.#head.replaceChildren(
          element('div', {class: 'hw-panel__head hw-object-head'}, element('h2', {class: 'hw-object-head__name'},
              element('span', {class: 'hw-object'}, element('span', {class: 'hw-object__word'}, 'All instances of'), className(first.className)))),
          element('div', {class: 'hw-actions'}, this.#dump.allocationsLink(first.className)));
    }
  }
}
