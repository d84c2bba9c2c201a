import { FlameLabels } from './flame-labels.js';
import { PixelRows } from '../model/pixel-rows.js';
import { ROW_HEIGHT, Style, flameColors } from './flame-style.js';
import { packColors, readColors } from './theme.js';

const MAX_GAPLESS_PIXELS = 3;
const MIN_OUTLINE_PIXELS = 4;

/** Puts a part of a flame graph on a canvas: the boxes as pixels, then the labels and the outline of the selection. */
export class FlamePainter {
  width = 0;
  height = 0;
  ratio = 1;

  #canvas;
  #context;
  #labels;
  #colors;
  #packed;
  #image;
  #rows;
  #scene = null;

  constructor(canvas) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d', {alpha: false});
    this.#labels = new FlameLabels(this.#context);
    this.adoptTheme();
  }

  adoptTheme() {
    this.#colors = readColors(this.#canvas.closest('.hw-flame__stage'), flameColors);
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
    this.#labels.adoptFont();
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
    if (scene) {
      this.#paintRows();
    }
    this.#context.putImageData(this.#image, 0, 0);
    this.#context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    this.#labels.write(this.#colors);
    if (scene) {
      this.#outline(scene.selected);
    }
  }

  #paintRows() {
    for (let row = 0; row < this.#scene.window.rows; row++) {
      const top = this.#scene.top(row);
      if (top > -ROW_HEIGHT && top < this.height) {
        this.#paintRow(row, top);
      }
    }
  }

  #paintRow(row, top) {
    const {minWidth} = this.#labels;
    const matches = [];
    this.#rows.startRow(this.#packed.background);
    this.#scene.window.eachInRow(row, (node, left, width) => {
      const style = this.#styleOf(node, row);
      const from = this.#device(left);
      const to = Math.max(from + 1, this.#device(left + width - (width > MAX_GAPLESS_PIXELS ? 1 : 0)));
      this.#rows.span(from, to, this.#packed[style]);
      if (style === Style.match) {
        matches.push(from, to);
      }
      if (width >= minWidth) {
        this.#labels.add(this.#scene, node, {style, left, top, width});
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

  // Two lines, because no one colour stands out from every box.
  #outline(node) {
    if (node < 0 || this.#scene.window.widthOf(node) <= 0) {
      return;
    }
    const top = this.#scene.top(this.#scene.view.tree.level[node]);
    const left = this.#scene.window.left(node);
    const width = Math.max(MIN_OUTLINE_PIXELS, this.#scene.window.widthOf(node) - 1);
    this.#frameBox(left, top, width, 0, 2, this.#colors.focus);
    this.#frameBox(left, top, width, 2, 1, this.#colors.text);
  }

  #frameBox(left, top, width, inset, line, color) {
    const edge = inset + line / 2;
    this.#context.strokeStyle = color;
    this.#context.lineWidth = line;
    this.#context.strokeRect(left + edge, top + edge, Math.max(0, width - 2 * edge), ROW_HEIGHT - 1 - 2 * edge);
  }
}
