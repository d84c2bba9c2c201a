import { Inquiry } from './inquiry.js';
import { PagedTable } from '../../view/paged-table.js';
import { PathsTree } from './paths-tree.js';
import { className, objectName } from '../../view/class-name.js';
import { element } from '../../view/dom.js';
import { formatBytes, formatCount, formatPercent } from '../../model/format.js';
import { objectColumns } from './tables.js';
import { rootText } from '../../model/heap-root.js';
import { tableParameters } from '../../model/heap-state.js';

// Who has thousands is mostly found by the paths.
const REFERRERS = 25;

/** An object from near: what it is, what it refers to, what refers to it and what keeps it alive. */
export class ObjectPanel {
  #dump;
  #node = null;
  #head = element('section', {class: 'hw-panel', 'data-hw': 'object'});
  #fields;
  #incoming;
  #paths;
  #asked;
  #askedIncoming;

  /** @param {HTMLElement} host @param {AnalysedDump} dump */
  constructor(host, dump) {
    this.#dump = dump;
    const panel = (name) => element('section', {class: 'hw-panel', 'data-hw': name});
    const [fields, incoming, paths] = ['fields', 'incoming', 'paths'].map(panel);
    host.replaceChildren(this.#head, fields, element('div', {class: 'hw-view__stack'}, paths), incoming);
    this.#asked = new Inquiry(this.#head, dump.signal);
    this.#askedIncoming = new Inquiry(incoming, dump.signal);
    this.#fields = new PagedTable(fields, {id: 'hw-fields', title: 'What it refers to', sortedBy: '', empty: 'It has no fields.', columns: fieldColumns(dump)},
        {onChange: (change) => dump.go(change)});
    this.#incoming = new PagedTable(incoming, {id: 'hw-incoming', title: 'What refers to it', note: 'by strong references', sortedBy: '',
      empty: 'Nothing refers to it.', columns: referrerColumns(dump)}, {onChange: ({page}) => this.#showIncoming(page)});
    this.#paths = new PathsTree(paths, dump);
  }

  /** @param {object} state */
  show(state) {
    const isOther = state.node !== this.#node;
    this.#node = state.node;
    this.#asked.ask((signal) => this.#dump.ask('object', tableParameters(state, {node: state.node}), signal), (answer) => {
      this.#head.replaceChildren(...describe(answer, this.#dump));
      this.#fields.render({...answer, rows: answer.fields ?? answer.rows}, state);
    });
    if (isOther) {
      this.#showIncoming(1);
      this.#paths.show(this.#node);
    }
  }

  #showIncoming(page) {
    const query = {sort: null, filter: '', page};
    this.#askedIncoming.ask((signal) => this.#dump.ask('incoming', tableParameters(query, {node: this.#node, size: REFERRERS}), signal),
        (answer) => this.#incoming.render(answer, query));
  }
}

function fieldColumns(dump) {
  return [
    {title: 'Field', text: true, cell: ({name, declaringClass, type}) => element('span', {class: 'hw-object'},
        element('span', {class: 'hw-step__field'}, name), element('span', {class: 'hw-object__address', title: declaringClass}, type))},
    {title: 'Value', text: true, cell: (field) => valueOf(field, dump)},
    {title: 'Retained', cell: ({object}) => object ? formatBytes(object.retainedBytes) : '–'},
  ];
}

function valueOf({object, value, type, holds}, dump) {
  if (object) {
    return element('span', {class: 'hw-object'}, objectName(object, dump.href({view: 'object', node: object.node})),
        holds ? null : element('span', {class: 'hw-object__address', title: 'A weak, soft or phantom reference'}, 'does not keep it alive'));
  }
  if (value !== null && value !== undefined) {
    return element('code', {}, value);
  }
  return element('span', {class: 'hw-faint'}, type === 'object' ? 'null' : 'not shown');
}

function referrerColumns(dump) {
  return [
    {title: 'Object', text: true, cell: ({object}) => objectName(object, dump.href({view: 'object', node: object.node}))},
    {title: 'By', text: true, cell: ({fields}) => element('span', {class: 'hw-step__field', title: fields.join(', ')}, fields.join(', '))},
    ...objectColumns.map((column) => ({...column, cell: ({object}) => column.cell(object)})),
  ];
}

function describe({object, classNode, loader, roots, dominators, valuesShown}, dump) {
  const at = (node) => dump.href({view: 'object', node});
  const {node, className: type, represents} = object;
  return [
    element('div', {class: 'hw-panel__head hw-object-head'}, element('h2', {class: 'hw-object-head__name'}, objectName(object))),
    dominators.length > 0 ? element('nav', {'aria-label': 'Dominators'}, element('ol', {class: 'hw-crumbs hw-crumbs--padded'},
        ...dominators.toReversed().map((above) => element('li', {class: 'hw-crumbs__item'},
            element('a', {class: 'hw-crumbs__link', href: at(above.node)}, className(above.represents ?? above.className, {length: above.length})))),
        element('li', {class: 'hw-crumbs__item'}, element('span', {class: 'hw-crumbs__link', 'aria-current': 'true'}, 'this')))) : null,
    element('dl', {class: 'hw-list'}, ...facts([
      ['Class', className(type, {href: at(classNode)})],
      ['Loader of the class', loader ?? 'the JVM'],
      ['Retains', object.distance > 0 ? `${formatBytes(object.retainedBytes)}, ${formatPercent(object.retainedRatio)} of all that is reachable`
        : 'nothing: it is not reachable'],
      ['Takes itself', formatBytes(object.shallowBytes)],
      ['Distance', object.distance > 0 ? `${formatCount(object.distance)} from the nearest root` : null],
      ['Dominates', `${formatCount(object.dominated)} ${object.dominated === 1 ? 'object' : 'objects'} immediately`],
      ['Root', roots.length > 0 ? roots.map(rootText).join('; ') : null],
      ['Values', valuesShown ? null : 'of primitives and texts are not shown: heapwise.heapdump.show-values=true shows them'],
    ])),
    element('div', {class: 'hw-actions'},
        object.dominated > 0 ? element('a', {class: 'hw-button', href: dump.href({view: 'dominators', node})}, 'What it dominates') : null,
        element('a', {class: 'hw-button', href: at(classNode)}, 'Instances of the class'),
        dump.allocationsLink(represents ?? type)),
  ].filter(Boolean);
}

function facts(all) {
  return all.filter(([, fact]) => fact !== null).flatMap(([label, fact]) => [element('dt', {}, label), element('dd', {}, fact)]);
}
