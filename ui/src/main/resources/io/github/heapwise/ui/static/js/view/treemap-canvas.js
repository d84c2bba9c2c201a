import { element } from './dom.js';
import { formatBytes, formatCount, formatPercent } from '../model/format.js';
import { kindOfClass } from '../model/class-kind.js';
import { readColors } from './theme.js';
import { shortFrameName } from '../model/frame-name.js';
import { squarify } from '../model/treemap.js';

const GAP = 1;
const INSET = 5;
const LINE_PIXELS = 15;
const FONT_PIXELS = 11.5;
const COLORS = Object.freeze({
  background: '--hw-color-surface',
  text: '--hw-flame-text',
  quietText: '--hw-flame-text-quiet',
  focus: '--hw-color-focus',
  app: '--hw-flame-application',
  dep: '--hw-flame-dependency',
  jdk: '--hw-flame-jdk',
  rest: '--hw-flame-synthetic',
});

/**
 * Objects as areas, as large as what they retain. It stands beside a table with the same rows, which is what the keyboard and
 * screen readers use.
 */
export class TreemapCanvas {
  #canvas = element('canvas', {class: 'hw-treemap__canvas', role: 'img'});
  #tip = element('div', {class: 'hw-flame__tip', hidden: true});
  #context;
  #onChoose;
  #colors;
  #parts = [];
  #boxes = [];
  #marked = null;
  #over = -1;
  #width = 0;
  #height = 0;
  #frame = 0;

  /** @param {HTMLElement} host @param {{signal: AbortSignal, onChoose: (row: object) => void}} wiring told what is clicked */
  constructor(host, {signal, onChoose}) {
    this.#onChoose = onChoose;
    host.replaceChildren(this.#canvas, this.#tip);
    this.#context = this.#canvas.getContext('2d', {alpha: false});
    this.#colors = readColors(host, COLORS);
    this.#canvas.addEventListener('pointermove', (event) => this.#point(event), {signal});
    this.#canvas.addEventListener('pointerleave', () => this.#leave(), {signal});
    this.#canvas.addEventListener('click', (event) => this.#choose(event), {signal});
    document.addEventListener('themechange', () => this.#adoptTheme(host), {signal});
    const observer = new ResizeObserver(() => this.#resize());
    observer.observe(this.#canvas);
    signal.addEventListener('abort', () => this.#end(observer));
  }

  /**
   * @param {{rows: object[], wholeBytes: number, otherObjects: number, label: string}} shown rows as of the table, the largest
   *   first, and how many more there are that are not among them
   */
  render({rows, wholeBytes, otherObjects, label}) {
    const shown = rows.filter(({retainedBytes}) => retainedBytes > 0);
    const restBytes = wholeBytes - shown.reduce((sum, {retainedBytes}) => sum + retainedBytes, 0);
    this.#parts = shown.map((row) => partOf(row));
    if (restBytes > 0 && otherObjects > 0) {
      this.#parts.push({row: null, bytes: restBytes, name: `${formatCount(otherObjects)} more`, kind: 'rest'});
      this.#parts.sort((a, b) => b.bytes - a.bytes);
    }
    this.#canvas.setAttribute('aria-label', label);
    this.#lay();
  }

  /** Marks the box of a row, of none with `null`. */
  mark(row) {
    this.#marked = row;
    this.#request();
  }

  #lay() {
    this.#boxes = squarify(this.#parts.map(({bytes}) => bytes), {width: this.#width, height: this.#height});
    this.#over = -1;
    this.#request();
  }

  #resize() {
    this.#width = this.#canvas.clientWidth;
    this.#height = this.#canvas.clientHeight;
    this.#canvas.width = Math.round(this.#width * devicePixelRatio);
    this.#canvas.height = Math.round(this.#height * devicePixelRatio);
    this.#lay();
    // At once: a canvas that is resized is empty until it is drawn.
    this.#draw();
  }

  #adoptTheme(host) {
    this.#colors = readColors(host, COLORS);
    this.#request();
  }

  #end(observer) {
    observer.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  #request() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw() {
    const context = this.#context;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.fillStyle = this.#colors.background;
    context.fillRect(0, 0, this.#width, this.#height);
    context.font = `${FONT_PIXELS}px ${getComputedStyle(this.#canvas).fontFamily}`;
    context.textBaseline = 'top';
    this.#boxes.forEach((box, index) => this.#paint(box, this.#parts[index]));
    this.#outline(this.#boxes[this.#parts.findIndex(({row}) => row !== null && row.node === this.#marked?.node)]);
    this.#outline(this.#boxes[this.#over]);
  }

  #paint({x, y, width, height}, {name, bytes, kind}) {
    if (width <= GAP || height <= GAP) {
      return;
    }
    this.#context.fillStyle = this.#colors[kind];
    this.#context.fillRect(x, y, width - GAP, height - GAP);
    const room = width - GAP - 2 * INSET;
    this.#context.fillStyle = kind === 'rest' ? this.#colors.quietText : this.#colors.text;
    [name, formatBytes(bytes)].forEach((text, line) => {
      if (height >= (line + 1) * LINE_PIXELS + 2 * INSET) {
        this.#write(text, x + INSET, y + INSET + line * LINE_PIXELS, room);
      }
    });
  }

  #write(text, x, y, room) {
    const letters = Array.from(text);
    const fitting = Math.floor(letters.length * room / this.#context.measureText(text).width);
    const shown = fitting >= letters.length ? text : fitting < 4 ? '' : `${letters.slice(0, fitting - 1).join('')}…`;
    this.#context.fillText(shown, x, y);
  }

  // Two lines, because no one colour stands out from every box.
  #outline(box) {
    if (box) {
      [[this.#colors.focus, 1], [this.#colors.background, 2.5]].forEach(([color, inset]) => {
        this.#context.strokeStyle = color;
        this.#context.lineWidth = 2 / inset;
        this.#context.strokeRect(box.x + inset, box.y + inset, Math.max(0, box.width - GAP - 2 * inset), Math.max(0, box.height - GAP - 2 * inset));
      });
    }
  }

  #at({offsetX, offsetY}) {
    return this.#boxes.findIndex(({x, y, width, height}) => offsetX >= x && offsetX < x + width && offsetY >= y && offsetY < y + height);
  }

  #point(event) {
    const index = this.#at(event);
    if (index !== this.#over) {
      this.#over = index;
      this.#request();
    }
    this.#tip.hidden = index < 0;
    if (index >= 0) {
      this.#tip.textContent = this.#parts[index].text ?? this.#parts[index].name;
      const left = Math.min(event.offsetX + 12, this.#width - this.#tip.offsetWidth);
      const below = event.offsetY + 16 + this.#tip.offsetHeight < this.#height;
      this.#tip.style.transform = `translate(${Math.max(0, left)}px, ${below ? event.offsetY + 16 : event.offsetY - this.#tip.offsetHeight - 6}px)`;
    }
    this.#canvas.style.cursor = this.#parts[index]?.row ? 'pointer' : 'default';
  }

  #leave() {
    this.#over = -1;
    this.#tip.hidden = true;
    this.#request();
  }

  #choose(event) {
    const row = this.#parts[this.#at(event)]?.row;
    if (row) {
      this.#onChoose(row);
    }
  }
}

function partOf(row) {
  const name = row.represents ? `class ${row.represents}` : row.className;
  return {
    row,
    bytes: row.retainedBytes,
    name: shortFrameName(row.represents ?? row.className, true),
    kind: kindOfClass(row.represents ?? row.className),
    text: `${name}\n${row.node}, retains ${formatBytes(row.retainedBytes)}, ${formatPercent(row.retainedRatio)}`,
  };
}
