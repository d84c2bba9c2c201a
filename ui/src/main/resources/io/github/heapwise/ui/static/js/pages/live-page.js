import { LiveData } from './live-data.js';
import { Problems } from './problems.js';
import { Range } from './range.js';
import { part } from '../view/dom.js';

/**
 * What the live pages have in common: the range in the top bar, the notice of what is missing and the data. A page
 * says which data it needs and draws whenever one of these changes.
 */
export class LivePage {
  range;
  problems;
  data;

  /** @param {DOMStringMap} settings of the page @param {AbortSignal} signal ends it */
  constructor(settings, signal) {
    this.range = new Range({signal, onChange: () => this.#onRange()});
    this.problems = new Problems(part('problem'), settings.exposeWith);
    this.data = new LiveData(settings, {
      signal,
      isPaused: () => this.range.stopped,
      problems: this.problems,
      onChange: () => this.draw(),
    });
  }

  start() {
    this.refresh();
    this.draw();
  }

  /** Asks for everything now. */
  refresh() {
    this.data.refresh();
  }

  /** The part of time to show. */
  get window() {
    return this.range.window(this.data.span);
  }

  /** Shows what is known; pages add to it. */
  draw() {
    this.range.shell.showFreshness(this.data);
  }

  #onRange() {
    this.draw();
    if (!this.range.state.paused) {
      this.refresh();
    }
  }
}
