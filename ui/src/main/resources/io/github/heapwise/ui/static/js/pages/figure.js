import { Sparkline } from '../view/sparkline.js';
import { part, setText } from '../view/dom.js';

/** One number of a page, what to know about it and, where there is room for it, how it got there. */
export class Figure {
  #value;
  #note;
  #sparkline = null;

  /** @param {string} name of its parts @param {{signal: AbortSignal, color?: string}} wiring */
  constructor(name, {signal, color = '1'}) {
    this.#value = part(name);
    this.#note = part(`${name}-note`);
    const canvas = part(`${name}-spark`);
    this.#sparkline = canvas && new Sparkline(canvas, {signal, color});
  }

  /** @param {{value: string, note?: string, values?: (number|null)[]}} figure */
  render({value, note = '', values = []}) {
    setText(this.#value, value);
    setText(this.#note, note);
    this.#sparkline?.render(values);
  }
}
