import { CallTree } from './call-tree.js';
import { Category, isPlumbing } from './category.js';
import { libraryOf } from './known-packages.js';

const MIN_FRAMES = 3;
const MIN_SHARE_OF_RUN = 0.9;
const MAX_LABELS = 2;

/**
 * A tree with its runs of framework frames folded, and the way between the two.
 * @typedef {{tree: CallTree, shownAs: Int32Array, foldedFrames: Int32Array}} FoldedTree
 *   `shownAs` maps a node of the unfolded tree to the one that shows it, `tree.origin` goes back (a folded row
 *   stands for the first frame of its run), `foldedFrames` says how many frames a node stands for
 */

/**
 * Folds each run of three or more consecutive frames of dependencies and the JDK that is one path (each frame
 * spends at least 90 % of the run) into a single row. Side branches hang below that row, so no byte is lost.
 * A frame called by the application stays: it is the call somebody wrote.
 * @param {CallTree} tree
 * @param {(node: number) => boolean} isUnfolded for the first frame of a run
 * @returns {FoldedTree}
 */
export function foldPlumbing(tree, isUnfolded = () => false) {
  const runs = findRuns(tree, isUnfolded);
  const {names, cat, nameOfRun} = runNames(tree, runs);
  const shownAs = new Int32Array(tree.size);
  const kept = keptNodes(tree, runs, shownAs);
  const folded = new CallTree({
    names,
    cat,
    name: kept.map((node) => nameOfRun.get(node) ?? tree.name[node]),
    parent: kept.map((node) => (node === 0 ? -1 : shownAs[tree.parent[node]])),
    self: selfOf(tree, shownAs, kept.length),
    origin: kept,
  });
  return {tree: folded, shownAs, foldedFrames: kept.map((node) => runs.get(node)?.length ?? 1)};
}

// From the first node of each run to all its nodes.
function findRuns(tree, isUnfolded) {
  const runs = new Map();
  const inside = new Uint8Array(tree.size);
  for (let i = 1; i < tree.size; i++) {
    const run = inside[i] || !startsRun(tree, i) ? [] : runFrom(tree, i);
    if (run.length >= MIN_FRAMES) {
      run.forEach((node) => inside[node] = 1);
      runs.set(i, run);
    }
  }
  for (const first of runs.keys()) {
    if (isUnfolded(first)) {
      runs.delete(first);
    }
  }
  return runs;
}

function startsRun(tree, node) {
  return isPlumbing(tree.categoryOf(node))
      && tree.categoryOf(tree.parent[node]) !== Category.application;
}

function runFrom(tree, first) {
  const run = [];
  const minTotal = tree.total[first] * MIN_SHARE_OF_RUN;
  for (let node = first; node >= 0 && isPlumbing(tree.categoryOf(node)); node = tree.heaviestChildOf(node)) {
    if (tree.total[node] < minTotal) {
      break;
    }
    run.push(node);
  }
  return run;
}

function keptNodes(tree, runs, shownAs) {
  const foldedInto = new Int32Array(tree.size).fill(-1);
  for (const [first, run] of runs) {
    for (let k = 1; k < run.length; k++) {
      foldedInto[run[k]] = first;
    }
  }
  const kept = new Int32Array(tree.size);
  let count = 0;
  for (let i = 0; i < tree.size; i++) {
    if (foldedInto[i] >= 0) {
      shownAs[i] = shownAs[foldedInto[i]];
    }
    else {
      shownAs[i] = count;
      kept[count++] = i;
    }
  }
  return kept.slice(0, count);
}

function selfOf(tree, shownAs, size) {
  const self = new Float64Array(size);
  for (let i = 0; i < tree.size; i++) {
    self[shownAs[i]] += tree.self[i];
  }
  return self;
}

function runNames(tree, runs) {
  const indexByText = new Map();
  const nameOfRun = new Map();
  const libraryOfName = memoized((name) => libraryOf(tree.names[name]));
  for (const [first, run] of runs) {
    const text = describeRun(run.map((node) => libraryOfName(tree.name[node])));
    if (!indexByText.has(text)) {
      indexByText.set(text, tree.names.length + indexByText.size);
    }
    nameOfRun.set(first, indexByText.get(text));
  }
  const cat = new Uint8Array(tree.names.length + indexByText.size).fill(Category.fold);
  cat.set(tree.cat);
  return {names: [...tree.names, ...indexByText.keys()], cat, nameOfRun};
}

function memoized(compute) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) {
      known.set(key, compute(key));
    }
    return known.get(key);
  };
}

/**
 * `▸ 17 frames · Tomcat, Spring Security`: the libraries with most frames in the run, in order of appearance.
 * @param {string[]} libraries one a frame
 */
export function describeRun(libraries) {
  const counts = new Map();
  for (const library of libraries) {
    counts.set(library, (counts.get(library) ?? 0) + 1);
  }
  const most = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a)).slice(0, MAX_LABELS);
  const labels = [...counts.keys()].filter((library) => most.includes(library));
  return `▸ ${libraries.length} frames · ${labels.join(', ')}${counts.size > MAX_LABELS ? ', …' : ''}`;
}
