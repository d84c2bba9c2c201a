import { changeHeapState, formatHeapState } from '../../model/heap-state.js';
import { element } from '../../view/dom.js';
import { fetchHeapView } from '../../api/endpoints.js';
import { shortFrameName } from '../../model/frame-name.js';

/** An analysed heap dump as its views see it: whom to ask, and where their links lead. */
export class AnalysedDump {
  /** Ends the view. */
  signal;
  #url;
  #page;

  /**
   * @param {string} url of the heap dump
   * @param {AbortSignal} signal
   * @param {{state: object, dump: object, others: object[], allocationsPage: string|null, go: (change: object) => void}} page as it is
   *   when it is asked
   */
  constructor(url, signal, page) {
    this.signal = signal;
    this.#url = url;
    this.#page = page;
  }

  /** What is known of it besides, as of the endpoint. */
  get facts() {
    return this.#page.dump;
  }

  /** Other heap dumps that can be compared with it, the newest first. */
  get others() {
    return this.#page.others;
  }

  /** @param {string} view @param {URLSearchParams} parameters @param {AbortSignal} signal @returns {Promise<object>} */
  ask(view, parameters, signal) {
    return fetchHeapView(`${this.#url}/${view}`, parameters, signal);
  }

  /** The address of something else on this page. */
  href = (change) => formatHeapState(changeHeapState(this.#page.state, change));

  /** Shows something else. @param {object} change of the state */
  go = (change) => this.#page.go(change);

  /** A link to where objects of a class are allocated, `null` where that page is not there. */
  allocationsLink(type) {
    const {allocationsPage} = this.#page;
    return allocationsPage ? element('a', {class: 'hw-button', href: `${allocationsPage}?${new URLSearchParams({range: 'all', type})}`},
        `Allocation flame graph of ${shortFrameName(type, true)}`) : null;
  }
}
