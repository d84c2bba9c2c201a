import { Category } from '../model/category.js';
import { ROW_HEIGHT, textColorOn } from './flame-style.js';
import { formatPercent, formatValue } from '../model/format.js';
import { shortFrameName } from '../model/frame-name.js';

const FONT_PIXELS = 11.8;
const INSET = 5;
const MIN_CHARS = 4;
const QUIET = 0.78;

/** The text on the boxes of a flame graph, as much of it as has room. */
export class FlameLabels {
  #context;
  #charWidth = 7;
  #labels = [];

  /** @param {CanvasRenderingContext2D} context to write on */
  constructor(context) {
    this.#context = context;
  }

  /** Takes the font of the canvas, which forgets it when it is resized. */
  adoptFont() {
    this.#context.font = `${FONT_PIXELS}px ${getComputedStyle(this.#context.canvas).fontFamily}`;
    this.#context.textBaseline = 'middle';
    this.#charWidth = this.#context.measureText('0').width;
  }

  /** The width from which on a box can hold a label. */
  get minWidth() {
    return MIN_CHARS * this.#charWidth + 2 * INSET;
  }

  /**
   * Notes the name of a node and, where there is room for both, its value.
   * @param {{view: FlameView, unit: string, whole: number}} scene
   * @param {{style: number, left: number, top: number, width: number}} box
   */
  add({view, unit, whole}, node, {style, left, top, width}) {
    const {tree} = view;
    const chars = Math.floor((width - 2 * INSET) / this.#charWidth);
    const name = this.#shorten(shortFrameName(tree.nameOf(node), tree.categoryOf(node) === Category.allocatedClass) || '?', chars);
    if (!name) {
      return;
    }
    this.#labels.push({text: name, x: left + INSET, top, style, alpha: 1});
    const value = `${formatValue(tree.total[node], unit)} ${formatPercent(tree.total[node] / whole)}`;
    if (name.length + value.length + 3 <= chars) {
      const x = left + width - INSET - 1 - value.length * this.#charWidth;
      this.#labels.push({text: value, x, top, style, alpha: QUIET});
    }
  }

  /** Writes what was noted, and forgets it. Coordinates are CSS pixels. */
  write(colors) {
    const context = this.#context;
    for (const {text, x, top, style, alpha} of this.#labels) {
      context.fillStyle = textColorOn(style, colors);
      context.globalAlpha = alpha;
      context.fillText(text, x, top + ROW_HEIGHT / 2);
    }
    context.globalAlpha = 1;
    this.#labels = [];
  }

  #shorten(name, chars) {
    const fitting = Math.floor(chars * this.#charWidth / this.#widthOf(name) * name.length);
    if (name.length <= fitting) {
      return name;
    }
    return fitting < MIN_CHARS ? '' : `${Array.from(name).slice(0, fitting - 1).join('')}…`;
  }

  // The font is monospaced; only other scripts have to be measured.
  #widthOf(text) {
    return /^[\x20-\x7e]*$/.test(text) ? text.length * this.#charWidth : this.#context.measureText(text).width;
  }
}
