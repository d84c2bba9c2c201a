import { TimelineCanvas, timeTicks } from './timeline-canvas.js';
import { Timeline } from '../model/timeline.js';
import { formatBytesPerSecond, formatClock } from '../model/format.js';

const LEFT = 70;
const TOP = 8;
const BOTTOM = 20;
const LINES = 4;

/** The allocation rate over the retained time, stacked by who called `new`. */
export class RateChart {
  #surface;
  #timeline = new Timeline();

  constructor(canvas, {signal}) {
    this.#surface = new TimelineCanvas(canvas, {signal, paint: () => this.#paint()});
  }

  /** @param {Timeline} timeline */
  render(timeline) {
    this.#timeline = timeline;
    this.#surface.requestDraw();
  }

  #paint() {
    const {width, height} = this.#surface;
    const step = roundStep(this.#timeline.peakRate / LINES);
    const top = Math.ceil(this.#timeline.peakRate / step) * step;
    const y = (rate) => height - BOTTOM - rate / top * (height - BOTTOM - TOP);
    const {start, end} = this.#timeline;
    const x = (instant) => LEFT + (instant - start) / Math.max(1, end - start) * (width - LEFT - 12);
    this.#paintGrid(step, top, y);
    this.#surface.bars(this.#timeline, {x, y});
    this.#paintTimes(x);
  }

  #paintGrid(step, top, y) {
    const {context, colors, width} = this.#surface;
    for (let rate = 0; rate <= top; rate += step) {
      context.fillStyle = colors.line;
      context.fillRect(LEFT, Math.round(y(rate)), width - LEFT - 12, 1);
      this.#surface.text(formatBytesPerSecond(rate), LEFT - 8, y(rate) + 4, {align: 'right'});
    }
  }

  #paintTimes(x) {
    const {height, width} = this.#surface;
    const {ticks, withSeconds} = timeTicks(this.#timeline, width - LEFT);
    for (const tick of ticks) {
      this.#surface.text(formatClock(tick, withSeconds), Math.min(x(tick), width - 24), height - 5, {align: 'center'});
    }
  }
}

/** The next larger of 1, 2 and 5 times a power of ten. */
function roundStep(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= value);
}
