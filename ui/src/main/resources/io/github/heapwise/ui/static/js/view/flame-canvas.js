import { Category } from '../model/category.js';
import { FlameWindow } from '../model/flame-window.js';
import { formatPercent, formatValue } from '../model/format.js';
import { nodeAt } from '../model/flame-layout.js';
import { PixelRows } from '../model/pixel-rows.js';
import { packColors, readColors } from './theme.js';
import { shortFrameName } from '../model/frame-name.js';

const ROW_HEIGHT = 23;
const FONT_PIXELS = 11.8;
const LABEL_INSET = 5;
const MIN_LABEL_CHARS = 4;
const MAX_GAPLESS_PIXELS = 3;

// Beyond the categories two more styles: a match of the search, and the rows above the one zoomed to.
const Style = Object.freeze({match: 7, above: 8});

const COLORS = Object.freeze({
  background: '--hw-color-surface',
  focus: '--hw-color-focus',
  text: '--hw-flame-text',
  quietText: '--hw-flame-text-quiet',
  matchEdge: '--hw-flame-match-edge',
  [Category.application]: '--hw-flame-application',
  [Category.dependency]: '--hw-flame-dependency',
  [Category.jdk]: '--hw-flame-jdk',
  [Category.allocatedClass]: '--hw-flame-class',
  [Category.synthetic]: '--hw-flame-synthetic',
  [Category.native]: '--hw-flame-native',
  [Category.fold]: '--hw-flame-fold',
  [Style.match]: '--hw-flame-match',
  [Style.above]: '--hw-flame-synthetic',
});

/**
 * Flame graph on a canvas. Draws what it is told, reports what the user wants and changes nothing by itself:
 * selection and zoom come back through {@link render}.
 *
 * The canvas is as high as its scrolling parent and sticks to it; a spacer behind gives the parent its height.
 */
export class FlameCanvas {
  #scroller;
  #canvas;
  #spacer;
  #tip;
  #painter;
  #on;
  #frame = 0;
  #shown = null;
  #window = null;

  /**
   * @param {HTMLElement} stage holds a tip and the scroller, that a canvas and a spacer
   * @param {{signal: AbortSignal, onSelect: (node: number) => void, onZoom: (node: number) => void,
   *   onCommand: (key: string, node: number) => boolean}} wiring `onCommand` says whether it knew the key
   */
  constructor(stage, {signal, ...on}) {
    this.#scroller = stage.querySelector('.hw-flame__scroller');
    this.#canvas = stage.querySelector('canvas');
    this.#spacer = stage.querySelector('.hw-flame__spacer');
    this.#tip = stage.querySelector('.hw-flame__tip');
    this.#painter = new FlamePainter(this.#canvas);
    this.#on = on;
    this.#listen(signal);
    this.#followSize(signal);
  }

  /**
   * @param {{view: FlameView, zoom: number, selected: number, matches: Uint8Array|null, upright: boolean,
   *   unit: string, whole: number}} shown nodes are those of `view.tree`; `matches` holds 1 per matching one;
   *   `upright` puts the root at the bottom; shares are of `whole`
   */
  render(shown) {
    const turned = this.#shown?.upright !== shown.upright;
    this.#shown = shown;
    this.#scroller.style.height = `${shown.view.layout.rows * ROW_HEIGHT}px`;
    this.#measure();
    if (turned) {
      this.#scroller.scrollTop = shown.upright ? this.#contentHeight : 0;
    }
    this.requestDraw();
  }

  /** Scrolls so that a node can be seen. */
  reveal(node) {
    const top = this.#top(this.#shown.view.tree.level[node]);
    if (top < 0) {
      this.#scroller.scrollTop += top;
    }
    else if (top + ROW_HEIGHT > this.#painter.height) {
      this.#scroller.scrollTop += top + ROW_HEIGHT - this.#painter.height;
    }
  }

  requestDraw() {
    this.#frame ||= requestAnimationFrame(() => this.draw());
  }

  /** Draws at once. Costs by pixels, not by nodes. */
  draw() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.#painter.ratio !== devicePixelRatio) {
      this.#resize();
    }
    this.#painter.paint(this.#shown && {...this.#shown, window: this.#window, top: (row) => this.#top(row)});
  }

  get #contentHeight() {
    return Math.max(this.#painter.height, (this.#window?.rows ?? 0) * ROW_HEIGHT);
  }

  #top(row) {
    const inContent = this.#shown.upright ? this.#contentHeight - (row + 1) * ROW_HEIGHT : row * ROW_HEIGHT;
    return inContent - this.#scroller.scrollTop;
  }

  #measure() {
    if (!this.#shown) {
      return;
    }
    const {view, zoom} = this.#shown;
    if (!this.#window?.shows(view.tree, zoom, this.#painter.width)) {
      this.#window = new FlameWindow(view.tree, view.layout, zoom, this.#painter.width);
    }
    this.#spacer.style.height = `${this.#contentHeight - this.#painter.height}px`;
  }

  #followSize(signal) {
    const observer = new ResizeObserver(() => this.#resize());
    observer.observe(this.#scroller);
    signal.addEventListener('abort', () => observer.disconnect());
    this.#resize();
  }

  #resize() {
    this.#painter.resize(this.#scroller.clientWidth, this.#scroller.clientHeight);
    this.#measure();
    this.requestDraw();
  }

  #listen(signal) {
    const canvas = this.#canvas;
    canvas.addEventListener('click', (event) => this.#click(this.#nodeUnder(event)), {signal});
    canvas.addEventListener('dblclick', (event) => this.#zoom(this.#nodeUnder(event)), {signal});
    canvas.addEventListener('pointermove', (event) => this.#showTip(event), {signal});
    canvas.addEventListener('pointerleave', () => this.#tip.hidden = true, {signal});
    canvas.addEventListener('keydown', (event) => this.#key(event), {signal});
    this.#scroller.addEventListener('scroll', () => this.requestDraw(), {signal, passive: true});
    document.addEventListener('themechange', () => {
      this.#painter.adoptTheme();
      this.requestDraw();
    }, {signal});
  }

  #click(node) {
    if (node < 0) {
      return;
    }
    if (this.#shown.view.isFolded(node)) {
      this.#on.onCommand('unfold', node);
    }
    else {
      this.#on.onSelect(node);
    }
  }

  #zoom(node) {
    if (node >= 0) {
      this.#on.onZoom(node);
    }
  }

  #nodeUnder({offsetX, offsetY}) {
    if (!this.#window) {
      return -1;
    }
    const y = offsetY + this.#scroller.scrollTop;
    const row = Math.floor((this.#shown.upright ? this.#contentHeight - y : y) / ROW_HEIGHT);
    const {tree, layout} = this.#shown.view;
    return row < this.#window.rows ? nodeAt(tree, layout, row, this.#window.valueAt(offsetX)) : -1;
  }

  #showTip(event) {
    const node = this.#nodeUnder(event);
    this.#tip.hidden = node < 0;
    this.#canvas.classList.toggle('hw-flame__canvas--over', node >= 0);
    if (node < 0) {
      return;
    }
    const {view, unit, whole} = this.#shown;
    const value = view.tree.total[node];
    this.#tip.textContent = `${view.tree.nameOf(node)}\n${formatValue(value, unit)} · ${formatPercent(value / whole)}`;
    const x = Math.min(event.offsetX + 12, Math.max(0, this.#painter.width - this.#tip.offsetWidth - 4));
    const below = event.offsetY + 18;
    const y = below + this.#tip.offsetHeight < this.#painter.height ? below : event.offsetY - this.#tip.offsetHeight - 8;
    this.#tip.style.transform = `translate(${x}px, ${y}px)`;
  }

  #key(event) {
    if (!this.#shown || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const selected = Math.max(0, this.#shown.selected);
    const target = this.#arrowTarget(event.key, selected);
    if (target !== undefined) {
      event.preventDefault();
      if (target >= 0) {
        this.#on.onSelect(target);
        this.reveal(target);
      }
    }
    else if (this.#on.onCommand(event.key, selected)) {
      event.preventDefault();
    }
  }

  #arrowTarget(key, node) {
    const {tree} = this.#shown.view;
    const deeper = this.#shown.upright ? 'ArrowUp' : 'ArrowDown';
    switch (key) {
      case 'ArrowUp':
      case 'ArrowDown':
        return key === deeper ? tree.heaviestChildOf(node) : tree.parent[node];
      case 'ArrowLeft':
        return this.#window.neighbour(node, -1);
      case 'ArrowRight':
        return this.#window.neighbour(node, 1);
      default:
        return undefined;
    }
  }
}

/** Puts a part of a flame graph on a canvas: the boxes as pixels, then the labels and the outline of the selection. */
class FlamePainter {
  width = 0;
  height = 0;
  ratio = 1;

  #canvas;
  #context;
  #colors;
  #packed;
  #image;
  #rows;
  #charWidth = 7;
  #scene = null;

  constructor(canvas) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d', {alpha: false});
    this.adoptTheme();
  }

  adoptTheme() {
    this.#colors = readColors(this.#canvas.parentElement.parentElement, COLORS);
    this.#packed = packColors(this.#colors);
  }

  /** Takes a size in CSS pixels. */
  resize(width, height) {
    this.ratio = devicePixelRatio;
    this.width = width;
    this.height = height;
    this.#canvas.width = this.#device(width);
    this.#canvas.height = this.#device(height);
    this.#canvas.style.height = `${height}px`;
    this.#image = this.#context.createImageData(Math.max(1, this.#canvas.width), Math.max(1, this.#canvas.height));
    this.#rows = new PixelRows(new Uint32Array(this.#image.data.buffer), this.#image.width);
    this.#adoptFont();
  }

  /**
   * @param {object|null} scene what {@link FlameCanvas#render} was told, the window to show and where its rows are;
   *   null for an empty canvas
   */
  paint(scene) {
    if (this.width === 0 || this.height === 0) {
      return;
    }
    this.#scene = scene;
    this.#rows.clear(this.#packed.background);
    const labels = scene ? this.#paintRows() : [];
    this.#context.putImageData(this.#image, 0, 0);
    this.#write(labels);
    if (scene) {
      this.#outline(scene.selected);
    }
  }

  // Fills the image and returns the labels to write on it.
  #paintRows() {
    const labels = [];
    for (let row = 0; row < this.#scene.window.rows; row++) {
      const top = this.#scene.top(row);
      if (top > -ROW_HEIGHT && top < this.height) {
        this.#paintRow(row, top, labels);
      }
    }
    return labels;
  }

  #paintRow(row, top, labels) {
    const packed = this.#packed;
    const minLabelWidth = MIN_LABEL_CHARS * this.#charWidth + 2 * LABEL_INSET;
    const matches = [];
    this.#rows.startRow(packed.background);
    this.#scene.window.eachInRow(row, (node, left, width) => {
      const style = this.#styleOf(node, row);
      const from = this.#device(left);
      const to = Math.max(from + 1, this.#device(left + width - (width > MAX_GAPLESS_PIXELS ? 1 : 0)));
      this.#rows.span(from, to, packed[style]);
      if (style === Style.match) {
        matches.push(from, to);
      }
      if (width >= minLabelWidth) {
        this.#label(node, style, left, top, width, labels);
      }
    });
    this.#rows.endRow(this.#device(top), this.#device(top + ROW_HEIGHT - 1));
    this.#underline(matches, top);
  }

  // Colour alone would leave out who cannot tell it apart. The line still holds the row.
  #underline(spans, top) {
    if (spans.length > 0) {
      for (let i = 0; i < spans.length; i += 2) {
        this.#rows.span(spans[i], spans[i + 1], this.#packed.matchEdge);
      }
      this.#rows.endRow(this.#device(top + ROW_HEIGHT - 3), this.#device(top + ROW_HEIGHT - 1));
    }
  }

  #device(cssPixels) {
    return Math.round(cssPixels * this.ratio);
  }

  #styleOf(node, row) {
    const {tree} = this.#scene.view;
    if (this.#scene.matches?.[node]) {
      return Style.match;
    }
    return row < tree.level[this.#scene.zoom] ? Style.above : tree.categoryOf(node);
  }

  #label(node, style, left, top, width, labels) {
    const {view, unit, whole} = this.#scene;
    const chars = Math.floor((width - 2 * LABEL_INSET) / this.#charWidth);
    const name = this.#shorten(view.tree.nameOf(node), view.tree.categoryOf(node), chars);
    if (!name) {
      return;
    }
    labels.push({text: name, x: left + LABEL_INSET, top, style, quiet: false});
    const value = `${formatValue(view.tree.total[node], unit)} ${formatPercent(view.tree.total[node] / whole)}`;
    if (name.length + value.length + 3 <= chars) {
      const x = left + width - LABEL_INSET - 1 - value.length * this.#charWidth;
      labels.push({text: value, x, top, style, quiet: true});
    }
  }

  #shorten(name, category, chars) {
    const short = shortFrameName(name, category === Category.allocatedClass) || '?';
    const fitting = Math.floor(chars * this.#charWidth / this.#textWidth(short) * short.length);
    if (short.length <= fitting) {
      return short;
    }
    return fitting < MIN_LABEL_CHARS ? '' : `${Array.from(short).slice(0, fitting - 1).join('')}…`;
  }

  // The font is monospaced; only other scripts have to be measured.
  #textWidth(text) {
    return /^[\x20-\x7e]*$/.test(text) ? text.length * this.#charWidth : this.#context.measureText(text).width;
  }

  #write(labels) {
    const context = this.#context;
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    for (const {text, x, top, style, quiet} of labels) {
      const onQuietGround = style === Style.above || style === Category.fold || style === Category.synthetic;
      context.fillStyle = onQuietGround ? this.#colors.quietText : this.#colors.text;
      context.globalAlpha = quiet ? 0.78 : 1;
      context.fillText(text, x, top + ROW_HEIGHT / 2);
    }
    context.globalAlpha = 1;
  }

  #outline(node) {
    if (node < 0 || this.#scene.window.widthOf(node) <= 0) {
      return;
    }
    const top = this.#scene.top(this.#scene.view.tree.level[node]);
    const left = this.#scene.window.left(node);
    const width = Math.max(4, this.#scene.window.widthOf(node) - 1);
    this.#frameBox(left, top, width, 0, 2, this.#colors.focus);
    this.#frameBox(left, top, width, 2, 1, this.#colors.text);
  }

  // Two lines, because no one colour stands out from every box.
  #frameBox(left, top, width, inset, line, color) {
    const edge = inset + line / 2;
    this.#context.strokeStyle = color;
    this.#context.lineWidth = line;
    this.#context.strokeRect(left + edge, top + edge, Math.max(0, width - 2 * edge), ROW_HEIGHT - 1 - 2 * edge);
  }

  #adoptFont() {
    this.#context.font = `${FONT_PIXELS}px ${getComputedStyle(this.#canvas).fontFamily}`;
    this.#context.textBaseline = 'middle';
    this.#charWidth = this.#context.measureText('0').width;
  }
}
