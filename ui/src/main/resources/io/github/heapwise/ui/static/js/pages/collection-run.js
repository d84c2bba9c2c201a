import { explainRefusal } from './refusal.js';
import { runCollection } from '../api/endpoints.js';
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
      this.#say(explainRefusal(error, {action: 'run a collection', request: 'POST to memory/gc'}));
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
