import { equal, ok, same, test } from './harness.js';
import { randomTree, treeOf } from './trees.js';
import { compileSearch, matchNodes, measureMatches, nextMatch, searchTree } from '../../main/resources/io/github/heapwise/ui/static/js/model/search.js';

test('nothing typed is no search', () => {
  same(compileSearch(''), {});
});

test('lower case finds any case, a capital letter makes case count', () => {
  ok(compileSearch('string').regex.test('java.lang.String'), 'any case');
  ok(!compileSearch('STRING').regex.test('java.lang.String'), 'exact case');
  ok(compileSearch('\\W').regex.test('A.b'), 'a character class is no capital letter');
});

test('a bad expression is an error in words, without a prefix', () => {
  const {regex, error} = compileSearch('a(');
  equal(regex, undefined);
  equal(error, 'Unterminated group');
});

test('matches inside matches add frames but no bytes', () => {
  const tree = treeOf('com.acme.A.a;com.acme.A.a;byte[] 5', 'com.acme.B.b;com.acme.A.a 2', 'com.acme.C.c 1');
  same(measureMatches(tree, matchNodes(tree, /A\.a/)), {nodes: 3, value: 7});
});

test('matched value agrees with looking at every path', () => {
  const tree = randomTree(31);
  const matches = matchNodes(tree, /lib\.[DE]|^int/);
  let slow = 0;
  for (let i = 0; i < tree.size; i++) {
    slow += tree.pathTo(i).some((node) => matches[node]) ? tree.self[i] : 0;
  }
  equal(measureMatches(tree, matches).value, slow);
});

test('searching a tree gives all of it at once', () => {
  const tree = treeOf('com.acme.A.a;byte[] 5');
  same(searchTree(tree, ''), {});
  same(searchTree(tree, 'a('), {error: 'Unterminated group'});
  const {matches, nodes, value} = searchTree(tree, 'byte');
  same([matches, nodes, value], [[0, 0, 1], 1, 5]);
});

test('next match goes round', () => {
  const tree = treeOf('com.acme.A.a;byte[] 5', 'com.acme.B.b;byte[] 2');
  const matches = matchNodes(tree, /byte/);
  same([nextMatch(matches, 0), nextMatch(matches, 2), nextMatch(matches, 4)], [2, 4, 2]);
  equal(nextMatch(matchNodes(tree, /nothing/), 0), -1);
});
