import { equal, ok, test } from './harness.js';
import { fromNested, randomTree, treeOf } from './trees.js';
import { keyOfNode, nodeWithKey } from '../../main/resources/io/github/heapwise/ui/static/js/model/node-key.js';

/** The definition with BigInt arithmetic. */
function slowKey(names) {
  const half = (basis) => {
    const hash = (name) => Array.from(new TextEncoder().encode(name))
        .reduce((h, byte) => ((h ^ BigInt(byte)) * 0x01000193n) & 0xffffffffn, basis);
    const rotated = (key) => ((key << 5n) | (key >> 27n)) & 0xffffffffn;
    return names.map(hash).reduce((key, h) => ((rotated(key) ^ h) * 0x01000193n) & 0xffffffffn)
        .toString(16).padStart(8, '0');
  };
  return half(0x811c9dc5n) + half(0x9747b28cn);
}

test('keys follow the definition, unicode included', () => {
  const tree = treeOf('com.acme.Größe.läuft;\u{1F9EA}.x;byte[] 1');
  for (let i = 0; i < tree.size; i++) {
    equal(keyOfNode(tree, i), slowKey(tree.pathTo(i).map((node) => tree.nameOf(node))), `node ${i}`);
  }
});

test('the root of every profile has the same key', () => {
  equal(keyOfNode(treeOf('byte[] 1'), 0), slowKey(['all']));
});

test('every node is found by its key', () => {
  const tree = randomTree(21);
  for (let i = 0; i < tree.size; i++) {
    equal(nodeWithKey(tree, keyOfNode(tree, i)), i);
  }
});

test('keys of different paths differ', () => {
  const tree = randomTree(22, 400);
  equal(new Set(Array.from({length: tree.size}, (_, i) => keyOfNode(tree, i))).size, tree.size);
});

test('a key survives a refresh that moves the node', () => {
  const before = treeOf('com.acme.B.b;byte[] 3');
  const after = treeOf('com.acme.A.a;int[] 4', 'com.acme.B.b;byte[] 3');
  const key = keyOfNode(before, 2);
  const found = nodeWithKey(after, key);
  ok(found > 2, 'it moved');
  equal(keyOfNode(after, found), key);
});

test('no node has a made-up key', () => {
  const tree = fromNested({name: 'all', self: 1, children: []});
  for (const key of ['', 'xyz', '0000000000000000', 'ABCDEFABCDEFABCD', '-0000001ffffffff']) {
    equal(nodeWithKey(tree, key), -1, key);
  }
});
