import { equal, ok, same, test } from './harness.js';
import { randomTree, stacksOf, treeOf } from './trees.js';
import { FlameView } from '../../main/resources/io/github/heapwise/ui/static/js/model/flame-view.js';
import { keyOfNode, nodeWithKey } from '../../main/resources/io/github/heapwise/ui/static/js/model/node-key.js';
import { matchNodes } from '../../main/resources/io/github/heapwise/ui/static/js/model/search.js';

const FRAMEWORK = 'org.lib.P.p;org.lib.Q.q;org.lib.R.r';

test('without options the view is the tree itself', () => {
  const tree = randomTree(1);
  const view = new FlameView(tree);
  equal(view.tree, tree);
  equal(view.baseOf(5), 5);
  equal(view.isFolded(5), false);
});

test('a folded row has the key of its first frame, and the frames inside lead to it', () => {
  const tree = treeOf(`${FRAMEWORK};com.acme.A.a 4`);
  const view = new FlameView(tree, {fold: true});
  const row = view.withKey(keyOfNode(tree, 2));
  ok(view.isFolded(row), 'the row is folded');
  equal(view.plainOf(row), 1);
  equal(view.withKey('0000000000000000'), -1);
  equal(view.withKey(null), -1);
});

test('a folded row matches if one of its frames does', () => {
  const tree = treeOf(`${FRAMEWORK};com.acme.A.a 4`);
  same(new FlameView(tree, {fold: true}).shownMatches(matchNodes(tree, /Q/)), [0, 1, 0]);
  same(new FlameView(tree).shownMatches(matchNodes(tree, /Q/)), [0, 0, 1, 0, 0]);
});

test('unfolding takes the key of the run', () => {
  const tree = treeOf(`${FRAMEWORK};com.acme.A.a 4`);
  const view = new FlameView(tree, {fold: true, unfolded: new Set([keyOfNode(tree, 1)])});
  equal(view.tree.size, tree.size);
});

test('hiding, focusing and turning over compose', () => {
  const tree = treeOf('com.acme.B.b;com.acme.A.a;org.lib.P.p;byte[] 3', 'com.acme.A.a;byte[] 4', 'com.acme.C.c;int[] 9');
  const options = {hiddenCategories: new Set([1]), focus: 'com.acme.A.a'};
  same(stacksOf(new FlameView(tree, options).tree), ['com.acme.A.a;byte[] 7']);
  same(stacksOf(new FlameView(tree, {...options, inverted: true}).tree), ['byte[];com.acme.A.a 7']);
});

test('nodes lead back to the server\'s tree through every step', () => {
  const tree = treeOf('org.lib.P.p;com.acme.B.b;com.acme.A.a;byte[] 3', 'com.acme.C.c;int[] 9');
  const view = new FlameView(tree, {hiddenCategories: new Set([1]), focus: 'com.acme.B.b'});
  const node = nodeWithKey(view.plain, keyOfNode(view.plain, 2));
  equal(tree.nameOf(view.baseOf(node)), 'com.acme.A.a');
});

test('in the callers view no node is one of the server\'s', () => {
  equal(new FlameView(randomTree(2), {inverted: true}).baseOf(1), -1);
});
