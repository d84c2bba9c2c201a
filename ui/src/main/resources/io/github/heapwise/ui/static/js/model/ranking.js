import { Category } from './category.js';

/**
 * Application functions by what they cause: the bytes below a function down to the next application frame.
 * @param {CallTree} tree
 * @returns {{name: string, value: number, classes: {name: string, value: number}[]}[]} heaviest first; `classes`
 *   are what it mostly is, at most three
 */
export function rankYourCode(tree) {
  const owner = nearestApplicationFrames(tree);
  const byOwner = new Map();
  for (let i = 0; i < tree.size; i++) {
    if (owner[i] >= 0 && tree.self[i] > 0) {
      const classes = getOrMake(byOwner, owner[i], () => new Map());
      addTo(classes, tree.name[i], tree.self[i]);
    }
  }
  return Array.from(byOwner, ([name, classes]) => ({
    name: tree.names[name],
    value: sumOf(classes.values()),
    classes: heaviestClasses(tree, classes, 3),
  })).sort(heaviestFirst);
}

/**
 * All functions with what they allocate themselves and what is allocated below them. Recursion counts once.
 * @returns {{name: string, category: number, self: number, value: number}[]} heaviest total first
 */
export function rankFunctions(tree) {
  const self = new Float64Array(tree.names.length);
  const total = new Float64Array(tree.names.length);
  const openUntil = new Int32Array(tree.names.length);
  for (let i = 0; i < tree.size; i++) {
    const name = tree.name[i];
    self[tree.name[allocatorOf(tree, i)]] += tree.self[i];
    if (i >= openUntil[name]) {
      total[name] += tree.total[i];
      openUntil[name] = tree.end[i];
    }
  }
  return tree.names
      .map((name, index) => ({name, category: tree.cat[index], self: self[index], value: total[index]}))
      .filter(({category, value}) => isFunction(category) && value > 0)
      .sort(heaviestFirst);
}

/**
 * Allocated classes in a subtree.
 * @returns {{name: string, value: number}[]} heaviest first
 */
export function rankClasses(tree, node = 0) {
  const values = new Map();
  for (let i = node; i < tree.end[node]; i++) {
    if (tree.categoryOf(i) === Category.allocatedClass && tree.self[i] > 0) {
      addTo(values, tree.name[i], tree.self[i]);
    }
  }
  return heaviestClasses(tree, values, Infinity);
}

/**
 * Who calls the function of a node, over all its occurrences; a recursive call is part of the outermost one.
 * @returns {{name: string, category: number, value: number}[]} heaviest first
 */
export function rankCallers(tree, node) {
  const wanted = tree.name[node];
  const values = new Map();
  for (let i = 1; i < tree.size; i++) {
    if (tree.name[i] === wanted) {
      addTo(values, tree.name[tree.parent[i]], tree.total[i]);
      i = tree.end[i] - 1;
    }
  }
  return Array.from(values, ([name, value]) => ({name: tree.names[name], category: tree.cat[name], value}))
      .sort(heaviestFirst);
}

/** What a frame allocates itself: its own value and that of the classes right below it. */
export function ownValue(tree, node) {
  let value = tree.self[node];
  for (let child = node + 1; child < tree.end[node]; child = tree.end[child]) {
    if (tree.categoryOf(child) === Category.allocatedClass) {
      value += tree.total[child];
    }
  }
  return value;
}

/**
 * How the whole divides by the category of the frame that called `new`.
 * @returns {Float64Array} ratio by category
 */
export function sharesByAllocator(tree) {
  const shares = new Float64Array(Object.keys(Category).length);
  for (let i = 0; i < tree.size; i++) {
    shares[tree.categoryOf(allocatorOf(tree, i))] += tree.self[i];
  }
  return shares.map((value) => (tree.total[0] > 0 ? value / tree.total[0] : 0));
}

function nearestApplicationFrames(tree) {
  const owner = new Int32Array(tree.size).fill(-1);
  for (let i = 1; i < tree.size; i++) {
    owner[i] = tree.categoryOf(i) === Category.application ? tree.name[i] : owner[tree.parent[i]];
  }
  return owner;
}

function allocatorOf(tree, node) {
  return node > 0 && tree.categoryOf(node) === Category.allocatedClass ? tree.parent[node] : node;
}

function isFunction(category) {
  return category !== Category.allocatedClass && category !== Category.synthetic;
}

function heaviestClasses(tree, valueByName, count) {
  return Array.from(valueByName)
      .filter(([name]) => tree.cat[name] === Category.allocatedClass)
      .map(([name, value]) => ({name: tree.names[name], value}))
      .sort(heaviestFirst)
      .slice(0, count);
}

function heaviestFirst(a, b) {
  return b.value - a.value || (a.name < b.name ? -1 : Number(a.name > b.name));
}

function getOrMake(map, key, make) {
  if (!map.has(key)) {
    map.set(key, make());
  }
  return map.get(key);
}

function addTo(map, key, value) {
  map.set(key, (map.get(key) ?? 0) + value);
}

function sumOf(values) {
  let sum = 0;
  for (const value of values) {
    sum += value;
  }
  return sum;
}
