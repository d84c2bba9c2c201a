import { readColors } from './theme.js';

const PADDING = 2;

/** A line without axes that shows how a figure got where it is; the figure and its note say the rest. */
export class Sparkline {
  #canvas;
  #context;
  #properties;
  #colors;
  #values = [];
  #frame = 0;

  /** @param {{signal: AbortSignal, color: string}} wiring `color` is one of the series of the charts */
  constructor(canvas, {signal, color}) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
    this.#properties = {stroke: `--hw-series-${color}`, fill: `--hw-series-${color}-area`};
    document.addEventListener('themechange', () => this.#adoptTheme(), {signal});
    const observer = new ResizeObserver(() => this.#draw());
    observer.observe(canvas);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      cancelAnimationFrame(this.#frame);
    });
    this.#adoptTheme();
  }

  /** @param {(number|null)[]} values at equal distances, oldest first */
  render(values) {
    this.#values = values;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #adoptTheme() {
    this.#colors = readColors(this.#canvas.parentElement, this.#properties);
    this.render(this.#values);
  }

  #draw() {
    const {clientWidth: width, clientHeight: height} = this.#canvas;
    const ratio = devicePixelRatio || 1;
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const points = this.#points(width, height);
    if (points.length > 1) {
      this.#area(points, height);
      this.#line(points);
    }
  }

  // Several values may share a pixel: the largest is the one to see.
  #points(width, height) {
    const known = this.#values.filter((value) => value !== null);
    const top = Math.max(...known) || 1;
    const y = (value) => height - PADDING - value / top * (height - 2 * PADDING);
    const step = Math.max(1, Math.ceil(known.length / Math.max(1, width)));
    const points = [];
    for (let i = 0; i < known.length; i += step) {
      points.push([i / Math.max(1, known.length - 1) * width, y(Math.max(...known.slice(i, i + step)))]);
    }
    return points;
  }

  #area(points, height) {
    this.#context.beginPath();
    this.#context.moveTo(points[0][0], height);
    points.forEach(([x, y]) => this.#context.lineTo(x, y));
    this.#context.lineTo(points.at(-1)[0], height);
    this.#context.fillStyle = this.#colors.fill;
    this.#context.fill();
  }

  #line(points) {
    this.#context.beginPath();
    points.forEach(([x, y]) => this.#context.lineTo(x, y));
    this.#context.strokeStyle = this.#colors.stroke;
    this.#context.lineWidth = 1.5;
    this.#context.lineJoin = 'round';
    this.#context.stroke();
  }
}
