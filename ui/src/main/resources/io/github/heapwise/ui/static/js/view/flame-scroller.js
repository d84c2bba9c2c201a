import { ROW_HEIGHT } from './flame-style.js';

/**
 * Where the rows of a flame graph are, in CSS pixels. The canvas is as high as its scrolling parent and sticks to it; a
 * spacer behind it gives the parent the height of all rows.
 */
export class FlameScroller {
  width = 0;
  height = 0;

  #element;
  #spacer;
  #rows = 0;
  #upright = false;

  /** @param {{signal: AbortSignal, onScroll: () => void, onResize: () => void}} wiring */
  constructor(stage, {signal, onScroll, onResize}) {
    this.#element = stage.querySelector('.hw-flame__scroller');
    this.#spacer = stage.querySelector('.hw-flame__spacer');
    this.#element.addEventListener('scroll', onScroll, {signal, passive: true});
    const observer = new ResizeObserver(() => {
      this.#measure();
      onResize();
    });
    observer.observe(this.#element);
    signal.addEventListener('abort', () => observer.disconnect());
    this.#measure();
  }

  /** Takes as much height as that many rows need; the style sheet says how much there is. */
  reserve(rows) {
    this.#element.style.height = `${rows * ROW_HEIGHT}px`;
  }

  /** @param {{rows: number, upright: boolean}} content `upright` counts rows from the bottom */
  render({rows, upright}) {
    this.#rows = rows;
    this.#upright = upright;
    this.#spacer.style.height = `${this.#contentHeight - this.height}px`;
  }

  /** Scrolls to the row the others grow from. */
  showRoot() {
    this.#element.scrollTop = this.#upright ? this.#contentHeight : 0;
  }

  /** Scrolls no more than it takes to see all of a row. */
  reveal(row) {
    const top = this.top(row);
    if (top < 0) {
      this.#element.scrollTop += top;
    }
    else if (top + ROW_HEIGHT > this.height) {
      this.#element.scrollTop += top + ROW_HEIGHT - this.height;
    }
  }

  /** The upper edge of a row on the canvas. */
  top(row) {
    const inContent = this.#upright ? this.#contentHeight - (row + 1) * ROW_HEIGHT : row * ROW_HEIGHT;
    return inContent - this.#element.scrollTop;
  }

  /** The row at a height of the canvas, -1 if there is none. */
  rowAt(y) {
    const inContent = y + this.#element.scrollTop;
    const row = Math.floor((this.#upright ? this.#contentHeight - inContent : inContent) / ROW_HEIGHT);
    return row < this.#rows ? row : -1;
  }

  get #contentHeight() {
    return Math.max(this.height, this.#rows * ROW_HEIGHT);
  }

  #measure() {
    this.width = this.#element.clientWidth;
    this.height = this.#element.clientHeight;
  }
}
