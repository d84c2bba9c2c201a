import { TreeBuilder } from './tree-builder.js';

/**
 * Turns the tree over: below the root what was allocated, below that who allocated it, then who called that.
 * Branches lighter than `minShare` of the whole end where they become so, which bounds the result: the full
 * inversion of a deep tree has as many nodes as all its stacks together have frames.
 * @param {CallTree} tree
 * @returns {CallTree}
 */
export function invert(tree, minShare = 0.0001) {
  const builder = new TreeBuilder(tree.names, tree.cat, tree.name[0]);
  const minValue = tree.total[0] * minShare;
  builder.add(0, tree.self[0]);
  const open = [{at: 0, group: leaves(tree)}];
  while (open.length > 0) {
    const {at, group} = open.pop();
    for (const [name, stacks] of stacksByName(tree, group)) {
      const node = builder.child(at, name, stacks.length === 1 ? stacks[0].cursor : -1);
      const callers = stacks.filter((stack) => tree.parent[stack.cursor] > 0);
      if (callers.length === 0 || valueOf(stacks) < minValue) {
        builder.add(node, valueOf(stacks));
        continue;
      }
      builder.add(node, valueOf(stacks) - valueOf(callers));
      open.push({at: node, group: callers.map(oneUp(tree))});
    }
  }
  return builder.build();
}

function leaves({size, self}) {
  const stacks = [];
  for (let i = 1; i < size; i++) {
    if (self[i] > 0) {
      stacks.push({cursor: i, value: self[i]});
    }
  }
  return stacks;
}

function oneUp({parent}) {
  return ({cursor, value}) => ({cursor: parent[cursor], value});
}

function stacksByName({name}, stacks) {
  const groups = new Map();
  for (const stack of stacks) {
    const group = groups.get(name[stack.cursor]);
    if (group) {
      group.push(stack);
    }
    else {
      groups.set(name[stack.cursor], [stack]);
    }
  }
  return groups;
}

function valueOf(stacks) {
  let sum = 0;
  for (const {value} of stacks) {
    sum += value;
  }
  return sum;
}
