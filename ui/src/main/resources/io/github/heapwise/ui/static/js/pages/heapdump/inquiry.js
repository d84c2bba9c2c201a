import { ApiError } from '../../api/endpoints.js';
import { element } from '../../view/dom.js';

// What may be otherwise a moment later.
const WORTH_ANOTHER_TRY = Object.freeze([0, 429, 500, 502, 503, 504, 507]);

/** Asks one question at a time: a new one takes the last one back. Shows meanwhile that it waits, and then why there is no answer. */
export class Inquiry {
  #host;
  #signal;
  #request = new AbortController();
  #notice = element('p', {class: 'hw-notice', role: 'alert', hidden: true});

  /** @param {HTMLElement} host what waits; the notice stands before it @param {AbortSignal} signal ends it */
  constructor(host, signal) {
    this.#host = host;
    this.#signal = signal;
    host.before(this.#notice);
    signal.addEventListener('abort', () => this.#notice.remove());
  }

  /**
   * @param {(signal: AbortSignal) => Promise<object>} question
   * @param {(answer: object) => void} onAnswer not called where there is none, or where it is not of interest any more
   */
  async ask(question, onAnswer) {
    this.#request.abort();
    this.#request = new AbortController();
    const signal = AbortSignal.any([this.#signal, this.#request.signal]);
    this.#host.setAttribute('aria-busy', 'true');
    try {
      const answer = await question(signal);
      if (!signal.aborted) {
        this.#settle();
        onAnswer(answer);
      }
    }
    catch (error) {
      this.#fail(error, () => this.ask(question, onAnswer));
    }
  }

  #settle() {
    this.#host.removeAttribute('aria-busy');
    this.#notice.hidden = true;
  }

  #fail(error, retry) {
    if (error.name === 'AbortError') {
      return;
    }
    this.#host.removeAttribute('aria-busy');
    if (!(error instanceof ApiError)) {
      throw error;
    }
    const again = WORTH_ANOTHER_TRY.includes(error.status) ? element('button', {class: 'hw-button', type: 'button', click: retry}, 'Try again') : null;
    this.#notice.replaceChildren(...[element('span', {}, error.message), again].filter(Boolean));
    this.#notice.hidden = false;
  }
}
