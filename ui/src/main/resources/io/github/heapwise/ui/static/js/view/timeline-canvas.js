import { readColors } from './theme.js';

const FONT_PIXELS = 11;
const COLORS = Object.freeze({
  background: '--hw-color-surface',
  line: '--hw-color-line',
  text: '--hw-color-text-faint',
  accent: '--hw-color-accent',
  0: '--hw-flame-application',
  1: '--hw-flame-dependency',
  2: '--hw-flame-jdk',
});

/** A canvas that shows a timeline as stacked bars. It keeps its size and theme; what else is drawn is its owner's. */
export class TimelineCanvas {
  width = 0;
  height = 0;
  colors;

  #canvas;
  #context;
  #paint;
  #ratio = 1;
  #frame = 0;

  /** @param {(surface: TimelineCanvas) => void} paint called at most once a frame, on a clean canvas */
  constructor(canvas, {signal, paint}) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d', {alpha: false});
    this.#paint = paint;
    this.colors = readColors(canvas.parentElement, COLORS);
    document.addEventListener('themechange', () => this.#adoptTheme(), {signal});
    const observer = new ResizeObserver(() => this.#resize());
    observer.observe(canvas);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  get context() {
    return this.#context;
  }

  requestDraw() {
    this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  /**
   * Draws the bars of a timeline.
   * @param {Timeline} timeline
   * @param {{x: (instant: number) => number, y: (rate: number) => number,
   *   isFaded?: (bucket: number) => boolean}} scale
   */
  bars(timeline, {x, y, isFaded = () => false}) {
    for (let i = 0; i < timeline.length; i++) {
      const left = x(timeline.starts[i]);
      const width = Math.max(1, x(timeline.ends[i]) - left - 1);
      this.#context.globalAlpha = isFaded(i) ? 0.3 : 1;
      this.#bar(timeline, i, left, width, y);
    }
    this.#context.globalAlpha = 1;
  }

  text(text, x, y, {align = 'left', color = this.colors.text} = {}) {
    this.#context.fillStyle = color;
    this.#context.textAlign = align;
    this.#context.fillText(text, x, y);
  }

  #bar(timeline, bucket, left, width, y) {
    const whole = timeline.bytes(bucket);
    const rate = timeline.rate(bucket);
    let below = 0;
    timeline.layers.forEach((layer, index) => {
      const above = below + (layer[bucket] ?? 0);
      const top = y(whole > 0 ? rate * above / whole : 0);
      const bottom = y(whole > 0 ? rate * below / whole : 0);
      this.#context.fillStyle = this.colors[index];
      this.#context.fillRect(left, top, width, bottom - top);
      below = above;
    });
  }

  #adoptTheme() {
    this.colors = readColors(this.#canvas.parentElement, COLORS);
    this.requestDraw();
  }

  // Drawn at once: until the next frame the canvas, which was emptied, would be black.
  #resize() {
    this.#ratio = devicePixelRatio;
    this.width = this.#canvas.clientWidth;
    this.height = this.#canvas.clientHeight;
    this.#canvas.width = Math.round(this.width * this.#ratio);
    this.#canvas.height = Math.round(this.height * this.#ratio);
    this.#draw();
  }

  #draw() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const context = this.#context;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    context.font = `${FONT_PIXELS}px ${getComputedStyle(this.#canvas).fontFamily}`;
    context.textBaseline = 'alphabetic';
    context.fillStyle = this.colors.background;
    context.fillRect(0, 0, this.width, this.height);
    this.#paint(this);
  }
}

/** Instants to write below a time axis: about one every 90 pixels, at round times. */
export function timeTicks(timeline, width) {
  const steps = [10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21600].map((seconds) => seconds * 1000);
  const wanted = (timeline.end - timeline.start) / Math.max(1, width / 90);
  const step = steps.find((candidate) => candidate >= wanted) ?? 43_200_000;
  const ticks = [];
  for (let at = Math.ceil(timeline.start / step) * step; at < timeline.end; at += step) {
    ticks.push(at);
  }
  return {ticks, withSeconds: step < 60_000};
}
