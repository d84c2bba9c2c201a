import { ApiError, runCollection } from '../api/endpoints.js';
import { formatBinaryBytes } from '../model/format.js';
import { part } from '../view/dom.js';

/** The button that runs a collection: asks first, because it pauses the application, then says what was freed. */
export class CollectionRun {
  #url;
  #signal;
  #onCollected;
  #button = part('collect');
  #dialog = part('collect-dialog');
  #result = part('collected');

  /** @param {string} url @param {{signal: AbortSignal, onCollected: () => void}} wiring */
  constructor(url, {signal, onCollected}) {
    this.#url = url;
    this.#signal = signal;
    this.#onCollected = onCollected;
    this.#button.addEventListener('click', () => this.#dialog.showModal(), {signal});
    part('collect-cancel').addEventListener('click', () => this.#dialog.close(), {signal});
    part('collect-confirm').addEventListener('click', () => this.#run(), {signal});
  }

  async #run() {
    this.#dialog.close();
    this.#button.disabled = true;
    this.#say('Collecting.');
    try {
      const {freedBytes, durationMillis, after} = await runCollection(this.#url, this.#signal);
      this.#say(`${formatBinaryBytes(freedBytes)} freed in ${durationMillis} ms, ${formatBinaryBytes(after.heapUsedBytes)} of the heap in use.`);
      this.#onCollected();
    }
    catch (error) {
      this.#say(explain(error));
    }
    finally {
      this.#button.disabled = false;
      this.#regainFocus();
    }
  }

  // A button that is disabled loses the focus, to nobody unless somebody moved on.
  #regainFocus() {
    if (document.activeElement === document.body) {
      this.#button.focus();
    }
  }

  #say(text) {
    this.#result.hidden = false;
    this.#result.textContent = text;
  }
}

// What the server has to say about a collection that was not run is a sentence already.
function explain(error) {
  if (!(error instanceof ApiError)) {
    throw error;
  }
  if (error.status === 401 || error.status === 403) {
    return `The application's security refuses to run a collection (${error.status}): permit this user to POST to memory/gc, `
        + 'and its page to send the token against forged requests in a cookie.';
  }
  return error.status === 0 ? 'The application does not answer.' : error.message;
}
