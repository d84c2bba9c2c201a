import { describeOutcome, isUnderWay } from '../model/heap-dumps.js';
import { setText } from '../view/dom.js';

/** Says what becomes of what was done on this page: each news once, so that it can be read out. */
export class DumpProgress {
  #notice;
  #watched = null;

  /** @param {HTMLElement} notice a status */
  constructor(notice) {
    this.#notice = notice;
  }

  /** @param {string} text */
  say(text) {
    this.#notice.hidden = false;
    setText(this.#notice, text);
  }

  /** Follows a heap dump from now on. @param {string} id @param {string} text what to say until there is news */
  watch(id, text) {
    this.#watched = id;
    this.say(text);
  }

  /** Follows none any more. */
  forget() {
    this.#watched = null;
  }

  /** @param {object[]} dumps all that there are */
  render(dumps) {
    if (this.#watched !== null) {
      const dump = dumps.find(({id}) => id === this.#watched);
      this.say(describeOutcome(dump));
      this.#watched = dump && isUnderWay(dump) ? this.#watched : null;
    }
  }
}
