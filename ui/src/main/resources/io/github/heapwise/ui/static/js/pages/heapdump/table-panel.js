import { Inquiry } from './inquiry.js';
import { PagedTable } from '../../view/paged-table.js';
import { element } from '../../view/dom.js';
import { tableParameters } from '../../model/heap-state.js';

/** A view that is a table, with what it has to say as a whole above it. */
export class TablePanel {
  #dump;
  #view;
  #table;
  #inquiry;
  #head = element('div', {class: 'hw-view__head'});
  #describe;

  /**
   * @param {HTMLElement} host
   * @param {AnalysedDump} dump
   * @param {{view: string, table: object, describe?: (answer: object) => (Node|null)}} view
   */
  constructor(host, dump, {view, table, describe = () => null}) {
    this.#dump = dump;
    this.#view = view;
    this.#describe = describe;
    const panel = element('section', {class: 'hw-panel', 'data-hw': view});
    host.replaceChildren(this.#head, panel);
    this.#table = new PagedTable(panel, {id: `hw-${view}`, ...table}, {onChange: (change) => dump.go(change)});
    this.#inquiry = new Inquiry(panel, dump.signal);
  }

  /** @param {object} state @param {object} [parameters] besides those of the table */
  show(state, parameters = {}) {
    this.#inquiry.ask((signal) => this.#dump.ask(this.#view, tableParameters(state, parameters), signal), (answer) => {
      this.#head.replaceChildren(...[this.#describe(answer)].filter(Boolean));
      this.#table.render(answer, state);
    });
  }
}
