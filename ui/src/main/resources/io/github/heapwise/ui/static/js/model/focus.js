import { TreeBuilder } from './tree-builder.js';

/**
 * Everything that happens below a function, wherever it is called from, merged into one tree. A recursive
 * call is part of the outermost one.
 * @param {CallTree} tree
 * @param {string} frame name
 * @returns {CallTree} root, then the function; the root alone if the function does not occur
 */
export function focusMerged(tree, frame) {
  const builder = new TreeBuilder(tree.names, tree.cat, tree.name[0], tree.size);
  const standsFor = new Int32Array(tree.size);
  for (let i = 1; i < tree.size; i++) {
    const above = standsFor[tree.parent[i]];
    if (above > 0 || tree.nameOf(i) === frame) {
      standsFor[i] = builder.child(above, tree.name[i], i);
      builder.add(standsFor[i], tree.self[i]);
    }
  }
  return builder.build();
}
