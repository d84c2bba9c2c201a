/**
 * A call tree in pre-order, one typed array per property, so that a million nodes cost a few dozen megabytes
 * and no garbage. Node 0 is the root; a parent always precedes its children; the subtree of `i` is `i` to
 * `end[i]`, exclusive. Immutable once built: every transformation makes a new tree.
 *
 * `name` indexes `names` and `cat`. `self` and `total` are bytes or objects, whichever the profile was asked for.
 */
export class CallTree {
  /**
   * @param {{names: string[], cat: Uint8Array, name: Int32Array, parent: Int32Array, self: Float64Array,
   *   origin?: Int32Array}} columns `origin` says which node of the tree it was derived from a node stands
   *   for, -1 where it merges several; absent if the tree was not derived
   */
  constructor({names, cat, name, parent, self, origin}) {
    this.names = names;
    this.cat = cat;
    this.size = name.length;
    this.name = name;
    this.parent = parent;
    this.self = self;
    this.origin = origin;
    this.level = levels(parent);
    this.total = self.slice();
    this.end = new Int32Array(this.size);
    this.#closeSubtrees();
  }

  nameOf(node) {
    return this.names[this.name[node]];
  }

  categoryOf(node) {
    return this.cat[this.name[node]];
  }

  /** @returns {number[]} children in tree order */
  childrenOf(node) {
    const children = [];
    for (let child = node + 1; child < this.end[node]; child = this.end[child]) {
      children.push(child);
    }
    return children;
  }

  /** @returns {number[]} nodes from the root down to and including the given one */
  pathTo(node) {
    const path = [];
    for (let at = node; at >= 0; at = this.parent[at]) {
      path.push(at);
    }
    return path.reverse();
  }

  /** The child with the largest total, -1 for a leaf. */
  heaviestChildOf(node) {
    let heaviest = -1;
    for (let child = node + 1; child < this.end[node]; child = this.end[child]) {
      if (heaviest < 0 || this.total[child] > this.total[heaviest]) {
        heaviest = child;
      }
    }
    return heaviest;
  }

  #closeSubtrees() {
    const {parent, total, end} = this;
    for (let i = this.size - 1; i >= 0; i--) {
      if (end[i] === 0) {
        end[i] = i + 1;
      }
      const above = parent[i];
      if (above >= 0) {
        total[above] += total[i];
        if (end[above] === 0) {
          end[above] = end[i];
        }
      }
    }
  }
}

function levels(parent) {
  const level = new Int32Array(parent.length);
  for (let i = 1; i < parent.length; i++) {
    level[i] = level[parent[i]] + 1;
  }
  return level;
}
