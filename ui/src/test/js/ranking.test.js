import { equal, same, test } from './harness.js';
import { randomTree, treeOf } from './trees.js';
import { ownValue, rankCallers, rankClasses, rankFunctions, rankYourCode, sharesByAllocator } from '../../main/resources/io/github/heapwise/ui/static/js/model/ranking.js';

const example = treeOf('org.lib.D.d;com.acme.A.a;java.util.G.g;byte[] 10', 'org.lib.D.d;com.acme.A.a;com.acme.B.b;int[] 4',
    'org.lib.D.d;com.acme.A.a;byte[] 2', 'org.lib.D.d;byte[] 1', '(other) 3');

test('your code: bytes below a function down to the next application frame', () => {
  same(rankYourCode(example), [
    {name: 'com.acme.A.a', value: 12, classes: [{name: 'byte[]', value: 12}]},
    {name: 'com.acme.B.b', value: 4, classes: [{name: 'int[]', value: 4}]}]);
});

test('your code agrees with reading every stack from its end', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const tree = randomTree(seed);
    const slow = new Map();
    for (let i = 0; i < tree.size; i++) {
      const nearest = tree.pathTo(i).reverse().find((node) => tree.categoryOf(node) === 0);
      if (nearest !== undefined && tree.self[i] > 0) {
        slow.set(tree.nameOf(nearest), (slow.get(tree.nameOf(nearest)) ?? 0) + tree.self[i]);
      }
    }
    same(new Map(rankYourCode(tree).map(({name, value}) => [name, value]).sort()), new Map([...slow].sort()), `seed ${seed}`);
  }
});

test('functions count recursion once', () => {
  const tree = treeOf('com.acme.A.a;com.acme.B.b;com.acme.A.a;byte[] 5', 'com.acme.A.a;byte[] 2');
  same(rankFunctions(tree), [
    {name: 'com.acme.A.a', category: 0, self: 7, value: 7},
    {name: 'com.acme.B.b', category: 0, self: 0, value: 5}]);
});

test('functions agree with looking at every path', () => {
  const tree = randomTree(9);
  for (const {name, self, value} of rankFunctions(tree)) {
    let slowTotal = 0;
    let slowSelf = 0;
    for (let i = 0; i < tree.size; i++) {
      const path = tree.pathTo(i).map((node) => tree.nameOf(node));
      slowTotal += path.includes(name) ? tree.self[i] : 0;
      slowSelf += path.at(-2) === name && tree.categoryOf(i) === 3 ? tree.self[i] : 0;
    }
    equal(value, slowTotal, `total of ${name}`);
    equal(self, slowSelf, `self of ${name}`);
  }
});

test('what is merged into (other) never ranks', () => {
  same(rankFunctions(example).filter(({name}) => name.startsWith('(')), []);
  same(rankClasses(example).map(({name}) => name), ['byte[]', 'int[]']);
});

test('classes of a subtree add up to it', () => {
  const tree = randomTree(10);
  for (let i = 0; i < tree.size; i += 5) {
    equal(rankClasses(tree, i).reduce((sum, {value}) => sum + value, 0), tree.total[i], `node ${i}`);
  }
});

test('callers are merged over all occurrences', () => {
  const tree = treeOf('com.acme.A.a;com.acme.C.c 98', 'com.acme.B.b;com.acme.C.c;com.acme.C.c 2');
  same(rankCallers(tree, tree.childrenOf(1)[0]), [
    {name: 'com.acme.A.a', category: 0, value: 98},
    {name: 'com.acme.B.b', category: 0, value: 2}]);
});

test('a frame owns what it allocates itself, not what it calls', () => {
  const [first] = example.childrenOf(0);
  equal(ownValue(example, first), 1);
  equal(ownValue(example, example.childrenOf(first)[0]), 2);
});

test('shares go by the frame that called new', () => {
  same(sharesByAllocator(example), [6 / 20, 1 / 20, 10 / 20, 0, 3 / 20, 0, 0]);
});

test('shares of nothing are nothing', () => {
  same(sharesByAllocator(treeOf()), [0, 0, 0, 0, 0, 0, 0]);
});
