/**
 * Where the nodes of a tree lie: `x` in units of the tree's values from the root's left edge, and one row of
 * nodes per level, ordered by `x`. Pixels are the canvas's business.
 * @typedef {{x: Float64Array, rowStart: Int32Array, rowNodes: Int32Array, rows: number}} FlameLayout
 */

/**
 * Lays a tree out in two linear passes.
 * @param {CallTree} tree
 * @returns {FlameLayout} the nodes of level `l` are `rowNodes[rowStart[l]]` to `rowNodes[rowStart[l + 1] - 1]`
 */
export function layoutFlame(tree) {
  return {x: positions(tree), ...rowsByLevel(tree.level)};
}

function positions({size, parent, total}) {
  const x = new Float64Array(size);
  const nextChildAt = new Float64Array(size);
  for (let i = 1; i < size; i++) {
    const above = parent[i];
    x[i] = nextChildAt[i] = nextChildAt[above];
    nextChildAt[above] += total[i];
  }
  return x;
}

// Counting sort: stable, so each row keeps the tree's order and with it ascending x.
function rowsByLevel(level) {
  let rows = 1;
  for (let i = 0; i < level.length; i++) {
    rows = Math.max(rows, level[i] + 1);
  }
  const rowStart = new Int32Array(rows + 1);
  for (let i = 0; i < level.length; i++) {
    rowStart[level[i] + 1]++;
  }
  for (let row = 0; row < rows; row++) {
    rowStart[row + 1] += rowStart[row];
  }
  const rowNodes = new Int32Array(level.length);
  const next = rowStart.slice();
  for (let i = 0; i < level.length; i++) {
    rowNodes[next[level[i]]++] = i;
  }
  return {rowStart, rowNodes, rows};
}

/**
 * Index into `rowNodes` of the first node in a row whose right edge lies beyond a value; the row's end if
 * there is none. Searches in growing steps, then by halves: what is near `from` is found at once.
 * @param {number} [from] index to start at, known to lie at or before the result
 */
export function firstInRowBeyond(tree, layout, row, value, from = layout.rowStart[row]) {
  const {x, rowStart, rowNodes} = layout;
  const isBeyond = (index) => x[rowNodes[index]] + tree.total[rowNodes[index]] > value;
  let low = from;
  let high = from;
  for (let step = 1; high < rowStart[row + 1] && !isBeyond(high); step *= 2) {
    low = high + 1;
    high += step;
  }
  high = Math.min(high, rowStart[row + 1]);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBeyond(middle)) {
      high = middle;
    }
    else {
      low = middle + 1;
    }
  }
  return low;
}

/** The node that covers a value in a row, -1 if none does. */
export function nodeAt(tree, layout, row, value) {
  if (row < 0 || row >= layout.rows) {
    return -1;
  }
  const index = firstInRowBeyond(tree, layout, row, value);
  if (index >= layout.rowStart[row + 1]) {
    return -1;
  }
  const node = layout.rowNodes[index];
  return layout.x[node] <= value ? node : -1;
}
