import { equal, same, test } from './harness.js';
import { randomTree, treeOf } from './trees.js';
import { firstInRowBeyond, layoutFlame, nodeAt } from '../../main/resources/io/github/heapwise/ui/static/js/model/flame-layout.js';

test('children lie side by side below their parent', () => {
  const layout = layoutFlame(treeOf('com.acme.A.a;byte[] 3', 'com.acme.A.a;int[] 4', 'com.acme.B.b 5'));
  same(layout.x, [0, 0, 0, 3, 7]);
  equal(layout.rows, 3);
  same(layout.rowStart, [0, 1, 3, 5]);
  same(layout.rowNodes, [0, 1, 4, 2, 3]);
});

test('every row is ordered by x and nothing overlaps', () => {
  const tree = randomTree(11);
  const {x, rowStart, rowNodes, rows} = layoutFlame(tree);
  for (let row = 0; row < rows; row++) {
    for (let i = rowStart[row] + 1; i < rowStart[row + 1]; i++) {
      const before = rowNodes[i - 1];
      equal(x[rowNodes[i]] >= x[before] + tree.total[before], true, `row ${row}`);
    }
  }
});

test('hit tests agree with looking at every node', () => {
  const tree = randomTree(12);
  const layout = layoutFlame(tree);
  for (let row = -1; row <= layout.rows; row++) {
    for (let value = 0.5; value < tree.total[0]; value += tree.total[0] / 97) {
      const slow = Array.from({length: tree.size}, (_, i) => i).find((i) => tree.level[i] === row
          && layout.x[i] <= value && value < layout.x[i] + tree.total[i]) ?? -1;
      equal(nodeAt(tree, layout, row, value), slow, `row ${row}, value ${value}`);
    }
  }
});

test('beyond the last node of a row is the row\'s end', () => {
  const tree = randomTree(13);
  const layout = layoutFlame(tree);
  equal(firstInRowBeyond(tree, layout, 1, tree.total[0]), layout.rowStart[2]);
});
