import { Inquiry } from './inquiry.js';
import { className, objectName } from '../../view/class-name.js';
import { describeAnalysed } from '../../model/heap-dumps.js';
import { element } from '../../view/dom.js';
import { figures } from './figures.js';
import { formatBinaryBytes, formatBytes, formatCount, formatPercent } from '../../model/format.js';
import { suspectCard } from './suspect-card.js';
import { tableParameters } from '../../model/heap-state.js';

const TOP = 10;

/** What to see first: how much there is, what holds large parts of it, and the largest objects and classes. */
export class OverviewPanel {
  #dump;
  #figures = element('div', {'data-hw': 'figures'});
  #suspects = element('section', {class: 'hw-view__stack', 'aria-labelledby': 'hw-suspects', 'data-hw': 'suspects'});
  #objects;
  #classes;
  #inquiries;

  /** @param {HTMLElement} host @param {AnalysedDump} dump */
  constructor(host, dump) {
    this.#dump = dump;
    const panel = (name) => element('section', {class: 'hw-panel', 'data-hw': name, 'aria-labelledby': `hw-top-${name}`});
    [this.#objects, this.#classes] = ['objects', 'classes'].map(panel);
    host.replaceChildren(this.#figures, this.#suspects, element('div', {class: 'hw-halves'},
        element('div', {class: 'hw-view__stack'}, this.#objects), element('div', {class: 'hw-view__stack'}, this.#classes)));
    this.#inquiries = [this.#suspects, this.#objects, this.#classes].map((part) => new Inquiry(part, dump.signal));
  }

  /** @param {object} state */
  show(state) {
    const top = tableParameters({sort: null, filter: '', page: 1}, {size: TOP});
    const [suspects, objects, classes] = this.#inquiries;
    const against = new URLSearchParams(state.with ? {with: state.with} : {});
    suspects.ask((signal) => this.#dump.ask('suspects', against, signal), (answer) => this.#showSuspects(answer));
    objects.ask((signal) => this.#dump.ask('dominators', top, signal), ({rows}) => this.#showObjects(rows));
    classes.ask((signal) => this.#dump.ask('classes', top, signal), ({rows}) => this.#showClasses(rows));
  }

  #showSuspects({reachableBytes, thresholdBytes, baseline, suspects}) {
    this.#figures.replaceChildren(figures(this.#totals(reachableBytes)));
    this.#suspects.replaceChildren(
        element('div', {class: 'hw-bar'}, element('h2', {id: 'hw-suspects', class: 'hw-view__title'}, 'Suspects'),
            element('span', {class: 'hw-faint'}, `what holds ${formatBytes(thresholdBytes)} or more, `
                + `${formatPercent(thresholdBytes / reachableBytes)} of what is reachable${this.#since(baseline)}`)),
        ...suspects.map((suspect, index) => suspectCard(suspect, index + 1, this.#dump)),
        suspects.length === 0 ? element('p', {class: 'hw-panel hw-panel__text'}, 'Nothing holds a suspiciously large part of the heap.') : '');
  }

  #since(baseline) {
    const earlier = this.#dump.others.find(({id}) => id === baseline);
    return earlier ? `; growth since ${describeAnalysed(earlier, this.#dump.facts)}` : '';
  }

  #totals(reachableBytes) {
    const {sizeBytes, totals} = this.#dump.facts;
    const known = totals ?? {};
    const garbage = known.objects - known.reachableObjects;
    return [
      ['Reachable', formatBytes(reachableBytes), 'held by roots'],
      ['Objects', formatCount(known.reachableObjects ?? 0), garbage > 0 ? `and ${formatCount(garbage)} that nothing holds` : 'all reachable'],
      ['Classes', formatCount(known.classes ?? 0), ''],
      ['Roots', formatCount(known.roots ?? 0), 'reasons to be alive'],
      ['File', formatBinaryBytes(sizeBytes ?? 0), known.truncation ?? ''],
    ];
  }

  #showObjects(rows) {
    const {href} = this.#dump;
    this.#objects.replaceChildren(...topTable('objects', 'Largest objects', href({view: 'dominators'}), rows.map((row) => ({
      name: objectName(row, href({view: 'object', node: row.node})), retainedBytes: row.retainedBytes, more: formatPercent(row.retainedRatio),
    })), 'Share'));
  }

  #showClasses(rows) {
    const {href} = this.#dump;
    this.#classes.replaceChildren(...topTable('classes', 'Largest classes', href({view: 'classes'}), rows.map((row) => ({
      name: className(row.name, {href: href({view: 'object', node: row.node})}), retainedBytes: row.retainedBytes, more: formatCount(row.instances),
    })), 'Instances'));
  }
}

function topTable(id, title, href, rows, more) {
  return [
    element('div', {class: 'hw-panel__head'}, element('h2', {id: `hw-top-${id}`}, title), element('span', {class: 'hw-panel__note'}, 'by what they retain'),
        element('span', {class: 'hw-panel__aside'}, element('a', {class: 'hw-link', href}, 'All of them'))),
    element('div', {class: 'hw-table-scroll'}, element('table', {class: 'hw-table hw-table--heap', 'aria-labelledby': `hw-top-${id}`},
        element('thead', {}, element('tr', {}, ...['Name', 'Retained', more].map((text) => element('th', {scope: 'col'}, text)))),
        element('tbody', {}, ...rows.map((row) => element('tr', {}, element('th', {scope: 'row'}, row.name),
            element('td', {}, formatBytes(row.retainedBytes)), element('td', {}, row.more)))))),
  ];
}
