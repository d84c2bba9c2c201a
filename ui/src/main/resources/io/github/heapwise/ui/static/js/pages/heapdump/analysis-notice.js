import { analyseHeapDump } from '../../api/endpoints.js';
import { describeAnalysis, isBeingAnalysed } from '../../model/heap-dumps.js';
import { element, meter, part, setText } from '../../view/dom.js';
import { explainRefusal } from '../refusal.js';
import { formatRoundPercent } from '../../model/format.js';

/** Stands where the views will be for as long as the heap dump is not analysed: how far it is, or why it is not, and the button. */
export class AnalysisNotice {
  #url;
  #signal;
  #onAsked;
  #panel = part('analysis');
  #button = part('analyse');
  #readOnly = part('analysis-read-only');

  /** @param {string} url of the heap dump @param {{signal: AbortSignal, onAsked: () => void}} wiring */
  constructor(url, {signal, onAsked}) {
    this.#url = url;
    this.#signal = signal;
    this.#onAsked = onAsked;
    this.#button?.addEventListener('click', () => this.#analyse(), {signal});
  }

  /** @param {object} dump */
  render(dump) {
    const {title, text, progressRatio} = describeAnalysis(dump);
    const asks = !isBeingAnalysed(dump) && dump.state !== 'failed';
    this.#panel.hidden = false;
    setText(part('analysis-title'), title);
    setText(part('analysis-text'), progressRatio === null ? text : `${formatRoundPercent(progressRatio)}. ${text}`);
    part('analysis-progress').replaceChildren(progressRatio === null ? '' : element('span', {class: 'hw-analysis__meter'}, meter(progressRatio, {wide: true})));
    [this.#button, this.#readOnly].forEach((offer) => { offer && (offer.hidden = !asks); });
  }

  hide() {
    this.#panel.hidden = true;
  }

  async #analyse() {
    const refusal = part('analysis-refusal');
    refusal.hidden = true;
    this.#button.disabled = true;
    try {
      await analyseHeapDump(this.#url, this.#signal);
    }
    catch (error) {
      refusal.hidden = false;
      setText(refusal, explainRefusal(error, {action: 'analyse a heap dump', request: 'POST to heapdumps'}));
    }
    finally {
      this.#button.disabled = false;
      this.#onAsked();
    }
  }
}
