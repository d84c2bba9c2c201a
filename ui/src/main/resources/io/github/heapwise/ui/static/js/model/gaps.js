import { formatCount } from './format.js';

/** How many could not be read because they were gone, for as long as something is kept from before. */
export class Gaps {
  #gaps = [];

  /** @param {number} missed how many @param {number} next place of the first one after them */
  add(missed, next) {
    if (missed > 0) {
      this.#gaps.push({missed, next});
    }
  }

  /** @param {number} oldest place of the oldest one that is kept */
  trim(oldest) {
    this.#gaps = this.#gaps.filter(({next}) => next > oldest);
  }

  clear() {
    this.#gaps = [];
  }

  get missed() {
    return this.#gaps.reduce((sum, {missed}) => sum + missed, 0);
  }
}

/** What was gone before this page could read it; empty if nothing was. @param {number} missed @param {string} what one of them */
export function describeMissed(missed, what) {
  return missed === 0 ? '' : `${formatCount(missed)} ${what}${missed === 1 ? '' : 's'} missed: gone before this page could read them`;
}
