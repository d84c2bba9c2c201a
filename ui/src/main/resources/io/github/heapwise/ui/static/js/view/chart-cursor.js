import { formatClock } from '../model/format.js';
import { isNear } from './chart-options.js';
import { setText } from './dom.js';

const PAGE = 10;

/**
 * Reads a chart at one time: with the mouse, or with the arrow keys, which also say what they found. It stays at its
 * time while new data arrive.
 */
export class ChartCursor {
  #uplot = null;
  #stage;
  #readout;
  #announcement;
  #describe;
  #time = null;

  /**
   * @param {HTMLElement} stage has the focus
   * @param {{signal: AbortSignal, readout: HTMLElement, announcement: HTMLElement,
   *   describe: (index: number) => string}} wiring
   */
  constructor(stage, {signal, readout, announcement, describe}) {
    this.#stage = stage;
    this.#readout = readout;
    this.#announcement = announcement;
    this.#describe = describe;
    stage.addEventListener('keydown', (event) => this.#onKey(event), {signal});
    stage.addEventListener('blur', () => this.#leave(), {signal});
  }

  /** @param {uPlot} uplot the chart to read from now on */
  attach(uplot) {
    this.#uplot = uplot;
  }

  /** Shows what is at the cursor, wherever it was moved from. */
  update() {
    const {idx} = this.#uplot?.cursor ?? {};
    const shown = idx !== null && idx !== undefined && isNear(this.#uplot, idx);
    this.#readout.hidden = !shown;
    if (shown) {
      setText(this.#readout, this.#textAt(idx));
    }
  }

  /** Goes back to the time it was put at, which has moved to the side. */
  keep() {
    if (this.#time !== null) {
      const [first, last] = this.#visible();
      const times = this.#uplot.data[0];
      if (times.length === 0 || this.#time < times[first] || this.#time > times[last]) {
        this.#leave();
      }
      else {
        this.#moveTo(this.#uplot.valToIdx(this.#time));
      }
    }
  }

  #onKey(event) {
    // These belong to the browser: Alt and an arrow go back a page.
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const [first, last] = this.#visible();
    if (event.key === 'Escape' && this.#time !== null) {
      this.#leave();
      event.preventDefault();
      return;
    }
    const target = this.#target(event.key, first, last);
    if (target !== undefined && last >= first && this.#uplot?.data[0].length > 0) {
      event.preventDefault();
      this.#moveTo(Math.min(last, Math.max(first, target)));
      setText(this.#announcement, this.#textAt(this.#uplot.cursor.idx));
    }
  }

  #target(key, first, last) {
    const now = this.#time === null ? last + 1 : this.#uplot.valToIdx(this.#time);
    return {
      ArrowLeft: now - 1,
      ArrowRight: now + 1,
      PageUp: now + PAGE,
      PageDown: now - PAGE,
      Home: first,
      End: last,
    }[key];
  }

  #moveTo(index) {
    this.#time = this.#uplot.data[0][index];
    this.#uplot.setCursor({left: this.#uplot.valToPos(this.#time, 'x'), top: 1}, true, true);
  }

  #leave() {
    if (this.#time !== null) {
      this.#time = null;
      this.#uplot.setCursor({left: -10, top: -10}, true, true);
      setText(this.#announcement, '');
    }
  }

  #visible() {
    const [first = 0, last = -1] = this.#uplot?.series[0].idxs ?? [];
    return [first, last];
  }

  #textAt(index) {
    return `${formatClock(this.#uplot.data[0][index], true)} · ${this.#describe(index)}`;
  }
}
