/**
 * Coloured spans in rows, as pixels in memory. A row is composed as one line and copied to its height, so it costs
 * the same whether it holds three spans or three thousand; a canvas takes a microsecond for each rectangle.
 */
export class PixelRows {
  #pixels;
  #width;
  #height;
  #line;

  /** @param {Uint32Array} pixels `width * height` of them, one 32-bit colour each */
  constructor(pixels, width) {
    this.#pixels = pixels;
    this.#width = width;
    this.#height = width > 0 ? pixels.length / width : 0;
    this.#line = new Uint32Array(width);
  }

  clear(color) {
    this.#pixels.fill(color);
  }

  /** Begins a row. */
  startRow(background) {
    this.#line.fill(background);
  }

  /** Colours the row from a pixel to another, exclusive. */
  span(from, to, color) {
    this.#line.fill(color, Math.max(0, from), Math.max(0, to));
  }

  /** Puts the row between two lines, exclusive; what lies outside is cut off. */
  endRow(top, bottom) {
    for (let y = Math.max(0, top); y < Math.min(bottom, this.#height); y++) {
      this.#pixels.set(this.#line, y * this.#width);
    }
  }
}
