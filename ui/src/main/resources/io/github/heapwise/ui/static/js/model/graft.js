import { CallTree } from './call-tree.js';

/**
 * Replaces a subtree by the same one queried in more detail.
 * @param {CallTree} tree
 * @param {number} node
 * @param {CallTree} subtree whose root is that node
 * @returns {CallTree}
 * @throws {RangeError} if the roots differ
 */
export function graft(tree, node, subtree) {
  if (subtree.nameOf(0) !== tree.nameOf(node)) {
    throw new RangeError(`Subtree of '${subtree.nameOf(0)}' does not fit '${tree.nameOf(node)}'`);
  }
  const {names, cat, renamed} = unitedNames(tree, subtree);
  const after = tree.end[node];
  const shift = subtree.size - (after - node);
  const size = tree.size + shift;
  const join = (column, middle) => {
    const joined = new column.constructor(size);
    joined.set(column.subarray(0, node));
    joined.set(middle, node);
    joined.set(column.subarray(after), node + subtree.size);
    return joined;
  };
  const parent = join(tree.parent, subtree.parent.map((above) => (above < 0 ? tree.parent[node] : above + node)));
  for (let i = node + subtree.size; i < size; i++) {
    parent[i] += parent[i] >= after ? shift : 0;
  }
  return new CallTree({
    names,
    cat,
    name: join(tree.name, subtree.name.map((name) => renamed[name])),
    parent,
    self: join(tree.self, subtree.self),
  });
}

function unitedNames(tree, subtree) {
  const indexByName = new Map(tree.names.map((name, index) => [nameId(name, tree.cat[index]), index]));
  const names = tree.names.slice();
  const cat = Array.from(tree.cat);
  const renamed = subtree.names.map((name, index) => {
    const id = nameId(name, subtree.cat[index]);
    if (!indexByName.has(id)) {
      indexByName.set(id, names.push(name) - 1);
      cat.push(subtree.cat[index]);
    }
    return indexByName.get(id);
  });
  return {names, cat: Uint8Array.from(cat), renamed};
}

function nameId(name, category) {
  return category + name;
}
