import { describeSpan, describeThreshold } from '../../model/diagnosis.js';
import { element, setText } from '../../view/dom.js';
import { formatQuantity } from '../../model/format.js';

/** A number that a finding rests on, beside what it was compared with. */
export class EvidenceRow {
  root;
  #signal = element('span', {class: 'hw-evidence__signal'});
  #span = element('span', {class: 'hw-evidence__span'});
  #observed = element('td', {class: 'hw-evidence__observed'});
  #threshold = element('td');

  constructor() {
    this.root = element('tr', {}, element('th', {scope: 'row'}, this.#signal, ' ', this.#span), this.#observed, this.#threshold);
  }

  /**
   * @param {{signal: string, observed: number, threshold: number|null, unit: string, from: string, to: string}} evidence
   * @param {{span: string}} shown `span` is when most of the others were measured
   */
  render(evidence, {span: usual}) {
    const span = describeSpan(evidence);
    setText(this.#signal, evidence.signal);
    setText(this.#span, span === usual ? '' : span);
    setText(this.#observed, formatQuantity(evidence.observed, evidence.unit));
    setText(this.#threshold, describeThreshold(evidence));
  }
}
