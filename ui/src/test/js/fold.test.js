import { equal, ok, same, test } from './harness.js';
import { randomTree, treeOf } from './trees.js';
import { describeRun, foldPlumbing } from '../../main/resources/io/github/heapwise/ui/static/js/model/fold.js';
import { libraryOf } from '../../main/resources/io/github/heapwise/ui/static/js/model/known-packages.js';

const TOMCAT = ['java.lang.Thread.run', 'org.apache.tomcat.X.a', 'org.apache.catalina.Y.b', 'org.apache.coyote.Z.c'];
const request = (...rest) => [...TOMCAT, ...rest].join(';');

function names(tree) {
  return Array.from(tree.name, (name) => tree.names[name]);
}

test('a single path of framework frames becomes one row that says what it hides', () => {
  const {tree, foldedFrames} = foldPlumbing(treeOf(`${request('com.acme.A.a', 'byte[]')} 5`));
  same(names(tree), ['all', '▸ 4 frames · java.lang, Tomcat', 'com.acme.A.a', 'byte[]']);
  same(foldedFrames, [1, 4, 1, 1]);
  same(tree.total, [5, 5, 5, 5]);
});

test('light side branches hang below the row and lose no byte', () => {
  const {tree} = foldPlumbing(treeOf(`${request('com.acme.A.a', 'byte[]')} 95`, `${TOMCAT.slice(0, 2).join(';')};int[] 5`));
  same(names(tree).slice(0, 2), ['all', '▸ 4 frames · java.lang, Tomcat']);
  same(tree.childrenOf(1).map((child) => `${tree.nameOf(child)} ${tree.total[child]}`), ['com.acme.A.a 95', 'int[] 5']);
});

test('a run ends where the path divides', () => {
  const {tree} = foldPlumbing(treeOf(`${request('org.lib.P.p', 'com.acme.A.a')} 50`, `${request('org.lib.Q.q', 'com.acme.B.b')} 50`));
  same(names(tree), ['all', '▸ 4 frames · java.lang, Tomcat', 'org.lib.P.p', 'com.acme.A.a', 'org.lib.Q.q', 'com.acme.B.b']);
});

test('two frames are no run', () => {
  const stack = 'org.lib.P.p;org.lib.Q.q;com.acme.A.a';
  same(names(foldPlumbing(treeOf(`${stack} 1`)).tree), ['all', ...stack.split(';')]);
});

test('what the application calls stays visible', () => {
  const calls = ['com.acme.A.a', 'java.lang.String.format', 'java.util.F.a', 'java.util.F.b', 'java.util.F.c', 'byte[]'];
  same(names(foldPlumbing(treeOf(`${calls.join(';')} 1`)).tree),
      ['all', 'com.acme.A.a', 'java.lang.String.format', '▸ 3 frames · java.util', 'byte[]']);
});

test('an unfolded run stays open', () => {
  const tree = treeOf(`${request('com.acme.A.a')} 5`);
  same(names(foldPlumbing(tree, (first) => first === 1).tree), names(tree));
});

test('folding agrees with the plain tree on every value', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const tree = randomTree(seed, 30);
    const folded = foldPlumbing(tree);
    equal(folded.tree.total[0], tree.total[0], `seed ${seed}`);
    for (let i = 0; i < folded.tree.size; i++) {
      equal(folded.tree.total[i], tree.total[folded.tree.origin[i]], `seed ${seed}, node ${i}`);
      equal(folded.shownAs[folded.tree.origin[i]], i, `seed ${seed}, node ${i}`);
    }
    equal(folded.foldedFrames.reduce((sum, frames) => sum + frames, 0), tree.size, `seed ${seed}`);
  }
});

test('a folded row names the two libraries with most frames', () => {
  equal(describeRun(['Reactor', 'Netty', 'Netty', 'SLF4J', 'SLF4J']),
      '▸ 5 frames · Netty, SLF4J, …');
});

test('libraries go by the longest known prefix, others by two package names', () => {
  equal(libraryOf('org.springframework.web.servlet.DispatcherServlet.doDispatch'), 'Spring MVC');
  equal(libraryOf('org.springframework.web.filter.X.y'), 'Spring Web');
  equal(libraryOf('org.springframework.webfoo.X.y'), 'Spring');
  equal(libraryOf('com.example.lib.deep.Thing.run (lambda)'), 'com.example');
  equal(libraryOf('Thing.run'), 'Thing');
  ok(libraryOf('').length === 0, 'an empty name has no library');
});
