import { dropFrames, droppedNames } from './drop-frames.js';
import { focusMerged } from './focus.js';
import { foldPlumbing } from './fold.js';
import { invert } from './invert.js';
import { layoutFlame } from './flame-layout.js';
import { nodeWithKey } from './node-key.js';

/**
 * One way to look at a profile: the tree with what is hidden left out, focused, turned over and folded, laid
 * out. `plain` is the tree before folding; keys of nodes are keys in it, so a selection survives folding.
 */
export class FlameView {
  /**
   * @param {CallTree} base as it came from the server
   * @param {{hiddenCategories?: Set<number>, hiddenFrames?: Set<string>, focus?: string|null, inverted?: boolean,
   *   fold?: boolean, unfolded?: Set<string>}} options `unfolded` holds keys of runs to leave open
   */
  constructor(base, options = {}) {
    this.base = base;
    this.plain = plainTree(base, options);
    this.inverted = options.inverted === true;
    const folded = options.fold ? fold(this.plain, options.unfolded) : null;
    this.tree = folded?.tree ?? this.plain;
    this.shownAs = folded?.shownAs;
    this.foldedFrames = folded?.foldedFrames;
    this.layout = layoutFlame(this.tree);
  }

  /** The shown node for a node of the plain tree. */
  shown(plainNode) {
    return this.shownAs && plainNode >= 0 ? this.shownAs[plainNode] : plainNode;
  }

  /** The plain node for a shown one; for a folded row the first frame of its run. */
  plainOf(shownNode) {
    return this.shownAs && shownNode >= 0 ? this.tree.origin[shownNode] : shownNode;
  }

  /** The node of the server's tree a plain node stands for, -1 if that is not exactly one. */
  baseOf(plainNode) {
    if (this.inverted) {
      return -1;
    }
    return this.plain === this.base ? plainNode : this.plain.origin[plainNode];
  }

  isFolded(shownNode) {
    return this.foldedFrames !== undefined && this.foldedFrames[shownNode] > 1;
  }

  /** What is shown of matches in the plain tree: a folded row matches if one of its frames does. */
  shownMatches(plainMatches) {
    if (!this.shownAs) {
      return plainMatches;
    }
    const shown = new Uint8Array(this.tree.size);
    plainMatches.forEach((match, node) => shown[this.shownAs[node]] |= match);
    return shown;
  }

  /** The shown node with the given key, -1 if there is none. */
  withKey(key) {
    return key ? this.shown(nodeWithKey(this.plain, key)) : -1;
  }
}

function plainTree(base, {hiddenCategories = new Set(), hiddenFrames = new Set(), focus, inverted}) {
  let tree = base;
  const derive = (transform) => {
    const derived = transform(tree);
    tree = tree === base ? derived : withOriginsThrough(derived, tree);
  };
  const dropped = droppedNames(base, hiddenCategories, hiddenFrames);
  if (dropped) {
    derive((from) => dropFrames(from, dropped));
  }
  if (focus) {
    derive((from) => focusMerged(from, focus));
  }
  if (inverted) {
    derive((from) => invert(from));
  }
  return tree;
}

function withOriginsThrough(derived, between) {
  derived.origin = derived.origin.map((node) => (node < 0 ? -1 : between.origin[node]));
  return derived;
}

function fold(plain, unfolded = new Set()) {
  const open = new Set(Array.from(unfolded, (key) => nodeWithKey(plain, key)));
  return foldPlumbing(plain, (node) => open.has(node));
}
