import { TablePanel } from './table-panel.js';
import { describeAnalysed, earlierThan } from '../../model/heap-dumps.js';
import { element } from '../../view/dom.js';
import { tablesOf } from './tables.js';

/** This heap dump and another, by class. */
export class ComparePanel {
  #dump;
  #select = element('select', {class: 'hw-choice__select', id: 'hw-baseline'});
  #choice = element('p', {class: 'hw-bar'},
      element('label', {class: 'hw-choice'}, element('span', {class: 'hw-choice__label'}, 'Compared with'), this.#select));
  #nothing = element('p', {class: 'hw-panel hw-panel__text', hidden: true},
      'There is no other heap dump that has been analysed. Take one a little later, and look here again.');
  #place = element('div', {class: 'hw-view__stack'});
  #table;

  /** @param {HTMLElement} host @param {AnalysedDump} dump */
  constructor(host, dump) {
    this.#dump = dump;
    host.replaceChildren(this.#choice, this.#nothing, this.#place);
    this.#select.addEventListener('change', () => dump.go({with: this.#select.value, page: 1}), {signal: dump.signal});
    this.#table = new TablePanel(this.#place, dump, {view: 'compare', ...tablesOf(dump).compare});
  }

  /** @param {object} state */
  show(state) {
    const others = this.#dump.others;
    const baseline = state.with ?? earlierThan(this.#dump.facts, others)?.id ?? others[0]?.id;
    this.#choice.hidden = this.#place.hidden = others.length === 0;
    this.#nothing.hidden = others.length > 0;
    this.#select.replaceChildren(...others.map((other) => element('option', {value: other.id}, describeAnalysed(other, this.#dump.facts))));
    this.#select.value = baseline ?? '';
    if (baseline) {
      this.#table.show(state, {with: baseline});
    }
  }
}
