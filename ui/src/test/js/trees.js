import { CallTree } from '../../main/resources/io/github/heapwise/ui/static/js/model/call-tree.js';

const MODEL_CATEGORIES = [
  [/^\(|^all$/, 4],
  [/^com\.acme\./, 0],
  [/^(java|jdk)\.[\w.$]*\.[a-z<]\w*>?( \(|$)/, 2],
  [/^(java|jdk)\.|\[\]$/, 3],
];

/** `com.acme` is the application, `java` and `jdk` with a method are the JDK, without one a class, the rest a dependency. */
export function categoryOf(name) {
  return MODEL_CATEGORIES.find(([pattern]) => pattern.test(name))?.[1] ?? 1;
}

/** A tree from folded stacks, one a line: `com.acme.Main.run;java.util.List.of;byte[] 10`. Children in order of first use. */
export function treeOf(...stacks) {
  const root = {name: 'all', self: 0, children: new Map()};
  for (const stack of stacks) {
    const [, path, value] = /^(.*) (\d+)$/.exec(stack);
    let node = root;
    for (const name of path.split(';').filter(Boolean)) {
      if (!node.children.has(name)) {
        node.children.set(name, {name, self: 0, children: new Map()});
      }
      node = node.children.get(name);
    }
    node.self += Number(value);
  }
  return fromNested(root);
}

/** A tree from nested `{name, self, children}`; children may be a map or a list. */
export function fromNested(root) {
  const names = [];
  const columns = {name: [], parent: [], self: []};
  const visit = (node, parent) => {
    if (!names.includes(node.name)) {
      names.push(node.name);
    }
    const index = columns.name.push(names.indexOf(node.name)) - 1;
    columns.parent.push(parent);
    columns.self.push(node.self);
    node.children.forEach((child) => visit(child, index));
  };
  visit(root, -1);
  return new CallTree({
    names,
    cat: Uint8Array.from(names, categoryOf),
    name: Int32Array.from(columns.name),
    parent: Int32Array.from(columns.parent),
    self: Float64Array.from(columns.self),
  });
}

/** Folded stacks of a tree, sorted: the readable form to compare trees by. */
export function stacksOf(tree) {
  const stacks = [];
  for (let i = 0; i < tree.size; i++) {
    if (tree.self[i] > 0) {
      stacks.push(`${tree.pathTo(i).slice(1).map((node) => tree.nameOf(node)).join(';')} ${tree.self[i]}`);
    }
  }
  return stacks.sort();
}

/** A seeded generator of numbers from 0 to 1, exclusive (mulberry32). */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const FRAMES = ['com.acme.A.a', 'com.acme.B.b', 'com.acme.C.c', 'org.lib.D.d', 'org.lib.E.e', 'org.lib.F.f',
  'java.util.G.g', 'java.util.H.h'];
const CLASSES = ['byte[]', 'java.lang.String', 'int[]'];

/** Random stacks with much recursion and many shared prefixes. */
export function randomTree(seed, stacks = 200) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const lines = [];
  for (let s = 0; s < stacks; s++) {
    const frames = Array.from({length: 1 + Math.floor(next() * 9)}, () => pick(FRAMES));
    lines.push(`${[...frames, pick(CLASSES)].join(';')} ${1 + Math.floor(next() * 1000)}`);
  }
  return treeOf(...lines);
}
