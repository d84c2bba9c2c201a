import { close, equal, ok, same, test } from './harness.js';
import { randomTree, treeOf } from './trees.js';
import { FlameWindow } from '../../main/resources/io/github/heapwise/ui/static/js/model/flame-window.js';
import { layoutFlame } from '../../main/resources/io/github/heapwise/ui/static/js/model/flame-layout.js';

function windowOn(tree, zoom, width) {
  return new FlameWindow(tree, layoutFlame(tree), zoom, width);
}

function visible(flame, row) {
  const nodes = [];
  flame.eachInRow(row, (node, left, width) => nodes.push({node, left, width}));
  return nodes;
}

const example = treeOf('com.acme.A.a;byte[] 3', 'com.acme.A.a;int[] 1', 'com.acme.B.b 4');

test('the zoomed node spans the width and its ancestors too', () => {
  const flame = windowOn(example, 1, 100);
  same(visible(flame, 0), [{node: 0, left: 0, width: 100}]);
  same(visible(flame, 1), [{node: 1, left: 0, width: 100}]);
  same(visible(flame, 2), [{node: 2, left: 0, width: 75}, {node: 3, left: 75, width: 25}]);
});

test('rows end with the deepest node of what is zoomed to', () => {
  equal(windowOn(example, 0, 100).rows, 3);
  equal(windowOn(example, 4, 100).rows, 2);
});

test('pixels and values map both ways', () => {
  const tree = randomTree(3);
  const flame = windowOn(tree, 1, 640);
  close(flame.valueAt(0), flame.start);
  close(flame.valueAt(640), flame.end);
});

test('what is drawn covers what looking at every node would', () => {
  for (const width of [7, 60, 1000]) {
    const tree = randomTree(4, 400);
    const flame = windowOn(tree, 0, width);
    for (let row = 0; row < flame.rows; row++) {
      const covered = new Set(visible(flame, row).flatMap(({left, width: w}) => pixels(left, w)));
      for (let i = 0; i < tree.size; i++) {
        if (tree.level[i] === row && flame.widthOf(i) >= 1) {
          ok(pixels(flame.left(i), flame.widthOf(i)).every((pixel) => covered.has(pixel)), `row ${row}, node ${i}`);
        }
      }
    }
  }
});

test('a row costs its pixels, not its nodes', () => {
  const tree = treeOf(...Array.from({length: 500}, (_, i) => `com.acme.A.m${i} 1`));
  ok(visible(windowOn(tree, 0, 50), 1).length <= 51, 'at most one a pixel');
});

test('neighbours narrower than a pixel are passed over', () => {
  const tree = treeOf('com.acme.A.a 500', 'com.acme.B.b 1', 'com.acme.C.c 499');
  const flame = windowOn(tree, 0, 100);
  equal(flame.neighbour(1, 1), 3);
  equal(flame.neighbour(3, -1), 1);
  equal(flame.neighbour(3, 1), -1);
  equal(flame.neighbour(0, 1), -1);
});

test('an empty tree has one empty row', () => {
  const flame = windowOn(treeOf(), 0, 100);
  same(visible(flame, 0), []);
  equal(flame.rows, 1);
});

function pixels(left, width) {
  return Array.from({length: Math.max(1, Math.floor(left + width) - Math.ceil(left))}, (_, i) => Math.ceil(left) + i)
      .filter((pixel) => pixel < left + width);
}
