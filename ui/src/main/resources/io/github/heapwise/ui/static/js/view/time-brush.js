import { TimelineCanvas, timeTicks } from './timeline-canvas.js';
import { formatBytes, formatClock } from '../model/format.js';
import { Timeline } from '../model/timeline.js';

const AXIS_HEIGHT = 16;
const MIN_DRAG_PIXELS = 4;

/**
 * The retained time as stacked bars, and the part of it that is looked at. Drag to choose a part, or move its two
 * ends with the arrow keys; Escape goes back to the live range.
 */
export class TimeBrush {
  #surface;
  #handles;
  #onChoose;
  #onReset;
  #timeline = new Timeline();
  #from = 0;
  #to = 0;
  #drag = null;

  /**
   * @param {{signal: AbortSignal, onChoose: (from: number, to: number) => void, onReset: () => void}} wiring
   *   instants are epoch milliseconds on the edges of buckets
   */
  constructor(host, {signal, onChoose, onReset}) {
    const canvas = host.querySelector('canvas');
    this.#surface = new TimelineCanvas(canvas, {signal, paint: () => this.#paint()});
    this.#handles = Array.from(host.querySelectorAll('[role="slider"]'));
    this.#onChoose = onChoose;
    this.#onReset = onReset;
    this.#listen(host, canvas, signal);
  }

  /** @param {{timeline: Timeline, from: number, to: number}} shown the range looked at */
  render({timeline, from, to}) {
    this.#timeline = timeline;
    if (!this.#drag) {
      this.#from = Math.max(from, timeline.start);
      this.#to = Math.min(to, timeline.end);
    }
    this.#describeHandles();
    this.#surface.requestDraw();
  }

  #x(instant) {
    const {start, end} = this.#timeline;
    return end > start ? (instant - start) / (end - start) * this.#surface.width : 0;
  }

  #instantAt(x) {
    const {start, end} = this.#timeline;
    return start + Math.max(0, Math.min(1, x / this.#surface.width)) * (end - start);
  }

  #paint() {
    this.#placeHandles();
    const bottom = this.#surface.height - AXIS_HEIGHT;
    const peak = this.#timeline.peakRate;
    this.#surface.bars(this.#timeline, {
      x: (instant) => this.#x(instant),
      y: (rate) => bottom - rate / peak * (bottom - 4),
      isFaded: (bucket) => !this.#holds(bucket),
    });
    this.#paintAxis();
    this.#paintSelection(bottom);
  }

  #holds(bucket) {
    const middle = (this.#timeline.starts[bucket] + this.#timeline.ends[bucket]) / 2;
    return middle >= this.#from && middle <= this.#to;
  }

  #paintAxis() {
    const {ticks, withSeconds} = timeTicks(this.#timeline, this.#surface.width);
    const margin = withSeconds ? 24 : 16;
    for (const tick of ticks) {
      const x = Math.max(margin, Math.min(this.#surface.width - margin, this.#x(tick)));
      this.#surface.text(formatClock(tick, withSeconds), x, this.#surface.height - 3, {align: 'center'});
    }
  }

  #paintSelection(bottom) {
    if (this.#to <= this.#from) {
      return;
    }
    const {context, colors} = this.#surface;
    const left = this.#x(this.#from);
    const width = this.#x(this.#to) - left;
    context.strokeStyle = colors.accent;
    context.lineWidth = 1.5;
    context.strokeRect(left + 0.75, 1.75, width - 1.5, bottom - 1);
    this.#paintLabel(left, width);
  }

  #paintLabel(left, width) {
    const {context, colors} = this.#surface;
    const label = this.#describe();
    const labelWidth = context.measureText(label).width + 10;
    if (labelWidth + 8 < width) {
      context.fillStyle = colors.background;
      context.fillRect(left + 6, 3, labelWidth, 15);
      this.#surface.text(label, left + 11, 14, {color: colors.accent});
    }
  }

  #describe() {
    const seconds = this.#to - this.#from < 120_000;
    const bytes = this.#timeline.meanRate(this.#from, this.#to) * (this.#to - this.#from) / 1000;
    return `${formatClock(this.#from, seconds)}–${formatClock(this.#to, seconds)} · ${formatBytes(bytes)}`;
  }

  // With the drawing, because only that follows the size of the page.
  #placeHandles() {
    for (const handle of this.#handles) {
      handle.style.left = `${this.#x(this.#edge(handle))}px`;
    }
  }

  #describeHandles() {
    const {start, end} = this.#timeline;
    for (const handle of this.#handles) {
      const instant = this.#edge(handle);
      handle.hidden = this.#timeline.length === 0;
      handle.setAttribute('aria-valuemin', start);
      handle.setAttribute('aria-valuemax', end);
      handle.setAttribute('aria-valuenow', instant);
      handle.setAttribute('aria-valuetext', formatClock(instant, true));
    }
  }

  #edge(handle) {
    return handle.dataset.edge === 'from' ? this.#from : this.#to;
  }

  #listen(host, canvas, signal) {
    host.addEventListener('pointerdown', (event) => this.#startDrag(event, host), {signal});
    host.addEventListener('pointermove', (event) => this.#continueDrag(event, canvas), {signal});
    host.addEventListener('pointerup', (event) => this.#endDrag(event, canvas), {signal});
    host.addEventListener('pointercancel', () => this.#drag = null, {signal});
    host.addEventListener('keydown', (event) => this.#key(event), {signal});
  }

  #startDrag(event, host) {
    if (this.#timeline.length === 0 || event.button !== 0) {
      return;
    }
    const edge = event.target.dataset.edge;
    const anchor = edge === 'from' ? this.#to : edge === 'to' ? this.#from : null;
    this.#drag = {anchor, startX: event.clientX, moved: false};
    host.setPointerCapture(event.pointerId);
  }

  #continueDrag(event, canvas) {
    if (!this.#drag) {
      return;
    }
    this.#drag.moved ||= Math.abs(event.clientX - this.#drag.startX) >= MIN_DRAG_PIXELS;
    if (this.#drag.moved) {
      const offset = canvas.getBoundingClientRect().left;
      const anchor = this.#drag.anchor ?? this.#instantAt(this.#drag.startX - offset);
      this.#span(anchor, this.#instantAt(event.clientX - offset));
    }
  }

  #endDrag(event, canvas) {
    this.#continueDrag(event, canvas);
    const moved = this.#drag?.moved;
    this.#drag = null;
    if (moved) {
      this.#onChoose(this.#from, this.#to);
    }
  }

  // Whole buckets only: what lies inside one is not known.
  #span(one, other) {
    const first = this.#timeline.bucketAt(Math.min(one, other));
    const last = this.#timeline.bucketAt(Math.max(one, other) - 1);
    this.#from = this.#timeline.starts[first];
    this.#to = this.#timeline.ends[Math.max(first, last)];
    this.#describeHandles();
    this.#surface.requestDraw();
  }

  #key(event) {
    if (event.key === 'Escape') {
      this.#onReset();
      return;
    }
    const edge = event.target.dataset.edge;
    const target = edge && this.#keyTarget(event.key, edge);
    if (target !== undefined && this.#timeline.length > 0) {
      event.preventDefault();
      this.#moveEdge(edge, target);
      this.#onChoose(this.#from, this.#to);
    }
  }

  // Indexes of the bucket that the edge moves to: the first bucket of the range, or the last.
  #keyTarget(key, edge) {
    const at = this.#timeline.bucketAt(edge === 'from' ? this.#from : this.#to - 1);
    const moves = {
      ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1,
      PageDown: at - 6, PageUp: at + 6, Home: 0, End: this.#timeline.length - 1,
    };
    return moves[key];
  }

  #moveEdge(edge, target) {
    const bucket = Math.max(0, Math.min(this.#timeline.length - 1, target));
    if (edge === 'from') {
      this.#from = this.#timeline.starts[Math.min(bucket, this.#timeline.bucketAt(this.#to - 1))];
    }
    else {
      this.#to = this.#timeline.ends[Math.max(bucket, this.#timeline.bucketAt(this.#from))];
    }
    this.#describeHandles();
    this.#surface.requestDraw();
  }
}
