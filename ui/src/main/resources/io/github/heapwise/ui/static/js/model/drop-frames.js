import { TreeBuilder } from './tree-builder.js';

/**
 * The tree without the frames of the given names: what they called moves up to their caller, equal siblings
 * merge, what they allocated themselves becomes their caller's. The root always stays.
 * @param {CallTree} tree
 * @param {Uint8Array} dropped 1 per name to leave out
 * @returns {CallTree}
 */
export function dropFrames(tree, dropped) {
  const builder = new TreeBuilder(tree.names, tree.cat, tree.name[0], tree.size);
  const standsFor = new Int32Array(tree.size);
  builder.add(0, tree.self[0]);
  for (let i = 1; i < tree.size; i++) {
    const above = standsFor[tree.parent[i]];
    standsFor[i] = dropped[tree.name[i]] ? above : builder.child(above, tree.name[i], i);
    builder.add(standsFor[i], tree.self[i]);
  }
  return builder.build();
}

/**
 * Names to drop for hidden categories and frames hidden one by one.
 * @param {Set<number>} categories
 * @param {Set<string>} frames names
 * @returns {Uint8Array|null} null if no name of the tree is concerned
 */
export function droppedNames(tree, categories, frames) {
  const dropped = Uint8Array.from(tree.names,
      (name, index) => (categories.has(tree.cat[index]) || frames.has(name) ? 1 : 0));
  return dropped.includes(1) ? dropped : null;
}
