import { firstInRowBeyond } from './flame-layout.js';

/**
 * The part of a layout that is zoomed to: one node spans the whole width, its ancestors stay above it. Maps
 * between values and pixels.
 */
export class FlameWindow {
  constructor(tree, layout, zoom, width) {
    this.tree = tree;
    this.layout = layout;
    this.zoom = zoom;
    this.width = width;
    this.start = layout.x[zoom];
    this.end = this.start + tree.total[zoom];
    this.pixelsPerValue = tree.total[zoom] > 0 ? width / tree.total[zoom] : 0;
    this.rows = deepestLevel(tree, zoom) + 1;
  }

  /** Whether this is the window for these arguments; making one looks at every node below the zoom. */
  shows(tree, zoom, width) {
    return this.tree === tree && this.zoom === zoom && this.width === width;
  }

  /** Left edge in pixels, cut off at the window. */
  left(node) {
    return Math.max(0, (this.layout.x[node] - this.start) * this.pixelsPerValue);
  }

  /** Right edge in pixels, cut off at the window. */
  right(node) {
    return Math.min(this.width, (this.layout.x[node] + this.tree.total[node] - this.start) * this.pixelsPerValue);
  }

  widthOf(node) {
    return this.right(node) - this.left(node);
  }

  valueAt(pixel) {
    return this.start + (this.pixelsPerValue > 0 ? pixel / this.pixelsPerValue : 0);
  }

  /**
   * Visits what a row shows from left to right. Nodes that begin within a pixel already taken are skipped by
   * binary search, so a row costs its pixels, not its nodes.
   * @param {(node: number, left: number, width: number) => void} visit width is at least 1
   */
  eachInRow(row, visit) {
    const {tree, layout} = this;
    const {x, rowNodes, rowStart} = layout;
    let index = firstInRowBeyond(tree, layout, row, this.start);
    while (index < rowStart[row + 1] && x[rowNodes[index]] < this.end) {
      const node = rowNodes[index];
      const left = this.left(node);
      const width = this.right(node) - left;
      if (width >= 1) {
        visit(node, left, width);
        index++;
      }
      else {
        visit(node, left, 1);
        index = firstInRowBeyond(tree, layout, row, this.valueAt(Math.floor(left) + 1), index + 1);
      }
    }
  }

  /** The nearest node of the same row, `step` places to the right, that is at least a pixel wide; -1 if none is. */
  neighbour(node, step) {
    const {rowNodes, rowStart} = this.layout;
    const row = this.tree.level[node];
    let index = firstInRowBeyond(this.tree, this.layout, row, this.layout.x[node]) + step;
    while (index >= rowStart[row] && index < rowStart[row + 1]) {
      if (this.widthOf(rowNodes[index]) >= 1) {
        return rowNodes[index];
      }
      index += step;
    }
    return -1;
  }
}

function deepestLevel({level, end}, node) {
  let deepest = 0;
  for (let i = node; i < end[node]; i++) {
    deepest = Math.max(deepest, level[i]);
  }
  return deepest;
}
