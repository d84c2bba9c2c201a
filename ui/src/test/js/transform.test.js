import { equal, ok, same, test } from './harness.js';
import { fromNested, randomTree, stacksOf, treeOf } from './trees.js';
import { dropFrames, droppedNames } from '../../main/resources/io/github/heapwise/ui/static/js/model/drop-frames.js';
import { focusMerged } from '../../main/resources/io/github/heapwise/ui/static/js/model/focus.js';
import { graft } from '../../main/resources/io/github/heapwise/ui/static/js/model/graft.js';
import { invert } from '../../main/resources/io/github/heapwise/ui/static/js/model/invert.js';

/** Applies a change to every stack and merges what became equal. */
function slowly(tree, change) {
  const values = new Map();
  for (let i = 0; i < tree.size; i++) {
    const path = tree.self[i] > 0 ? change(tree.pathTo(i).slice(1).map((node) => tree.nameOf(node))) : null;
    if (path) {
      values.set(path.join(';'), (values.get(path.join(';')) ?? 0) + tree.self[i]);
    }
  }
  return Array.from(values, ([path, value]) => `${path} ${value}`).sort();
}

function checkSiblingsSortedAndDistinct(tree) {
  for (let i = 0; i < tree.size; i++) {
    const names = tree.childrenOf(i).map((child) => tree.nameOf(child));
    same(names, [...new Set(names)].sort(), `children of ${i}`);
  }
}

test('dropping a category moves what it called up and merges equal siblings', () => {
  const tree = treeOf('com.acme.A.a;org.lib.D.d;byte[] 3', 'com.acme.A.a;byte[] 4', 'org.lib.D.d;com.acme.A.a;byte[] 5');
  const dropped = dropFrames(tree, droppedNames(tree, new Set([1]), new Set()));
  same(stacksOf(dropped), ['com.acme.A.a;byte[] 12']);
});

test('dropping classes gives their bytes to the frame that allocated them', () => {
  const tree = treeOf('com.acme.A.a;byte[] 3', 'com.acme.A.a;int[] 4');
  same(stacksOf(dropFrames(tree, droppedNames(tree, new Set([3]), new Set()))), ['com.acme.A.a 7']);
});

test('dropping agrees with editing every stack', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const tree = randomTree(seed);
    const names = droppedNames(tree, new Set([2]), new Set(['com.acme.A.a', 'no.such.Frame.x']));
    const result = dropFrames(tree, names);
    same(stacksOf(result), slowly(tree, (path) => path.filter((name) => !names[tree.names.indexOf(name)])), `seed ${seed}`);
    checkSiblingsSortedAndDistinct(result);
  }
});

test('a dropped tree knows which nodes stand for exactly one', () => {
  const tree = treeOf('org.lib.D.d;com.acme.A.a;byte[] 3', 'com.acme.A.a;int[] 4', 'com.acme.B.b;int[] 1');
  const result = dropFrames(tree, droppedNames(tree, new Set([1]), new Set()));
  const origins = Object.fromEntries(Array.from({length: result.size}, (_, i) => [result.nameOf(i), result.origin[i]]));
  equal(origins['com.acme.A.a'], -1);
  equal(tree.nameOf(origins['com.acme.B.b']), 'com.acme.B.b');
});

test('nothing to drop is said before any work', () => {
  equal(droppedNames(treeOf('com.acme.A.a 1'), new Set([2]), new Set(['x'])), null);
});

test('focus merges all calls of a function and drops the rest', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const tree = randomTree(seed);
    const result = focusMerged(tree, 'org.lib.D.d');
    same(stacksOf(result), slowly(tree, (path) => {
      const first = path.indexOf('org.lib.D.d');
      return first < 0 ? null : path.slice(first);
    }), `seed ${seed}`);
    checkSiblingsSortedAndDistinct(result);
  }
});

test('focus on what does not occur leaves the root', () => {
  const result = focusMerged(treeOf('com.acme.A.a 1'), 'x.Y.z');
  equal(result.size, 1);
  equal(result.total[0], 0);
});

test('callers read every stack backwards', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const tree = randomTree(seed);
    const result = invert(tree, 0);
    same(stacksOf(result), slowly(tree, (path) => path.reverse()), `seed ${seed}`);
    checkSiblingsSortedAndDistinct(result);
  }
});

test('callers too light to see end early and lose no byte', () => {
  const tree = randomTree(5);
  const result = invert(tree, 0.05);
  equal(result.total[0], tree.total[0]);
  ok(result.size < invert(tree, 0).size, 'it is smaller');
});

test('a graft replaces exactly its subtree', () => {
  const tree = treeOf('com.acme.A.a;(other) 9', 'com.acme.B.b;com.acme.C.c;(other) 5', 'com.acme.B.b;int[] 2', 'org.lib.D.d 1');
  const node = Array.from(tree.name).findIndex((name) => tree.names[name] === 'com.acme.C.c');
  const detail = fromNested({name: 'com.acme.C.c', self: 0, children: [
    {name: 'org.new.E.e', self: 1, children: [{name: 'byte[]', self: 3, children: []}]},
    {name: 'int[]', self: 1, children: []}]});
  same(stacksOf(graft(tree, node, detail)), ['com.acme.A.a;(other) 9', 'com.acme.B.b;com.acme.C.c;int[] 1',
    'com.acme.B.b;com.acme.C.c;org.new.E.e 1', 'com.acme.B.b;com.acme.C.c;org.new.E.e;byte[] 3',
    'com.acme.B.b;int[] 2', 'org.lib.D.d 1']);
});

test('grafting a subtree onto itself changes nothing', () => {
  const tree = randomTree(8);
  for (let i = 0; i < tree.size; i += 7) {
    const nested = (node) => ({name: tree.nameOf(node), self: tree.self[node], children: tree.childrenOf(node).map(nested)});
    const result = graft(tree, i, fromNested(nested(i)));
    same(stacksOf(result), stacksOf(tree), `node ${i}`);
    same(result.end, tree.end, `node ${i}`);
  }
});

test('a graft of another function is refused', () => {
  let message = '';
  try {
    graft(treeOf('com.acme.A.a 1'), 1, treeOf('byte[] 1'));
  }
  catch (error) {
    message = error.message;
  }
  equal(message, "Subtree of 'all' does not fit 'com.acme.A.a'");
});
