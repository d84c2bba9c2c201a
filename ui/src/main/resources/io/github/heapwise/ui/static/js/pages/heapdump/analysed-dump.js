import { changeHeapState, formatHeapState } from '../../model/heap-state.js';
import { element } from '../../view/dom.js';
import { fetchHeapView } from '../../api/endpoints.js';
import { shortFrameName } from '../../model/frame-name.js';

// The server waits for its turn before it says that it is busy, so there is no need to wait here as well.
const TRIES_WHILE_BUSY = 3;

/** An analysed heap dump as its views see it: whom to ask, and where their links lead. */
export class AnalysedDump {
  /** Ends the view. */
  signal;
  #url;
  #page;
  #last = Promise.resolve();

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

  /**
   * Asks one question after the other: the server answers few at a time, and others ask as well.
   * @param {string} view @param {URLSearchParams} parameters @param {AbortSignal} signal @returns {Promise<object>}
   */
  ask(view, parameters, signal) {
    const answer = this.#last.then(() => unlessBusy(() => fetchHeapView(`${this.#url}/${view}`, parameters, signal)));
    this.#last = answer.catch(() => {});
    return answer;
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

async function unlessBusy(question, tries = TRIES_WHILE_BUSY) {
  try {
    return await question();
  }
  catch (error) {
    if (error.status !== 429 || tries === 1) {
      throw error;
    }
    return unlessBusy(question, tries - 1);
  }
}
