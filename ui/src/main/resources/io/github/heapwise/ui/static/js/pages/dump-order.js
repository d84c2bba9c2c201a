import { describeEstimate } from '../model/heap-dumps.js';
import { explainRefusal } from './refusal.js';
import { part, setText } from '../view/dom.js';
import { takeHeapDump } from '../api/endpoints.js';

/** The button that takes a heap dump: shows what it costs before it does, because it stops the application. */
export class DumpOrder {
  #url;
  #wiring;
  #button = part('take');
  #dialog = part('take-dialog');
  #reason = part('take-reason');
  #live = part('take-live');
  #answer = null;

  /** @param {string} url of the endpoint @param {{signal: AbortSignal, progress: DumpProgress, onDone: () => void}} wiring */
  constructor(url, wiring) {
    this.#url = url;
    this.#wiring = wiring;
    const {signal} = wiring;
    this.#button.addEventListener('click', () => this.#dialog.showModal(), {signal});
    this.#live.addEventListener('change', () => this.#showEstimate(), {signal});
    part('take-cancel').addEventListener('click', () => this.#dialog.close(), {signal});
    part('take-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#take();
    }, {signal});
  }

  /** @param {object} answer of the endpoint */
  render(answer) {
    if (this.#answer === null) {
      this.#button.disabled = false;
    }
    this.#answer = answer;
    this.#showEstimate();
  }

  #showEstimate() {
    const {pause, disk, basis} = describeEstimate(this.#estimate);
    setText(part('take-pause'), this.#live.checked ? `${pause}, the collection included` : pause);
    setText(part('take-disk'), disk);
    setText(part('take-basis'), basis);
  }

  get #estimate() {
    return this.#live.checked ? this.#answer.liveEstimate : this.#answer.estimate;
  }

  async #take() {
    const {signal, progress, onDone} = this.#wiring;
    this.#dialog.close();
    this.#button.disabled = true;
    progress.say('Asking for a heap dump.');
    try {
      const {id} = await takeHeapDump(this.#url, {reason: this.#reason.value, live: this.#live.checked}, signal);
      progress.watch(id, `A heap dump is under way. The application stands still for ${describeEstimate(this.#estimate).pause}.`);
      this.#reason.value = '';
      onDone();
    }
    catch (error) {
      progress.say(explainRefusal(error, {action: 'take a heap dump', request: 'POST to heapdumps'}));
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
}
