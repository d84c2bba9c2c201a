import { CallTree } from './call-tree.js';

const MERGED = -1;

/**
 * Builds a call tree in which equal siblings are one node. Children come out sorted by name, as they come
 * from the server, so that a refresh does not shuffle them.
 */
export class TreeBuilder {
  #names;
  #cat;
  #name;
  #parent;
  #self;
  #origin;
  #size = 0;
  #children = new ChildTable();

  /** @param {number} rootName index of the root's name */
  constructor(names, cat, rootName, expectedNodes = 1024) {
    this.#names = names;
    this.#cat = cat;
    this.#name = new Int32Array(expectedNodes);
    this.#parent = new Int32Array(expectedNodes);
    this.#self = new Float64Array(expectedNodes);
    this.#origin = new Int32Array(expectedNodes);
    this.#append(-1, rootName, 0);
  }

  /**
   * The child of `parent` with the given name, made if there is none.
   * @param {number} origin node of the source tree it stands for
   */
  child(parent, name, origin) {
    const found = this.#children.find(parent, name);
    if (found >= 0) {
      if (this.#origin[found] !== origin) {
        this.#origin[found] = MERGED;
      }
      return found;
    }
    const made = this.#append(parent, name, origin);
    this.#children.put(parent, name, made);
    return made;
  }

  add(node, value) {
    this.#self[node] += value;
  }

  /** @returns {CallTree} */
  build() {
    const order = this.#sortedPreOrder();
    const position = new Int32Array(this.#size);
    order.forEach((node, index) => position[node] = index);
    const pick = (column) => column.constructor.from(order, (node) => column[node]);
    return new CallTree({
      names: this.#names,
      cat: this.#cat,
      name: pick(this.#name),
      parent: Int32Array.from(order, (node) => (node === 0 ? -1 : position[this.#parent[node]])),
      self: pick(this.#self),
      origin: pick(this.#origin),
    });
  }

  #append(parent, name, origin) {
    if (this.#size === this.#name.length) {
      this.#grow();
    }
    const node = this.#size++;
    this.#name[node] = name;
    this.#parent[node] = parent;
    this.#origin[node] = origin;
    return node;
  }

  #grow() {
    const doubled = (column) => {
      const larger = new column.constructor(column.length * 2);
      larger.set(column);
      return larger;
    };
    this.#name = doubled(this.#name);
    this.#parent = doubled(this.#parent);
    this.#self = doubled(this.#self);
    this.#origin = doubled(this.#origin);
  }

  #sortedPreOrder() {
    const {firstChild, nextSibling} = this.#sortedSiblings();
    const order = new Int32Array(this.#size);
    const open = [0];
    for (let index = 0; open.length > 0; index++) {
      const node = open.pop();
      order[index] = node;
      if (nextSibling[node] >= 0) {
        open.push(nextSibling[node]);
      }
      if (firstChild[node] >= 0) {
        open.push(firstChild[node]);
      }
    }
    return order;
  }

  // All nodes sorted by name once and then linked: cheaper than sorting every list of siblings by itself.
  #sortedSiblings() {
    const firstChild = new Int32Array(this.#size).fill(-1);
    const nextSibling = new Int32Array(this.#size).fill(-1);
    for (const node of this.#nodesByNameDescending()) {
      const parent = this.#parent[node];
      if (parent >= 0) {
        nextSibling[node] = firstChild[parent];
        firstChild[parent] = node;
      }
    }
    return {firstChild, nextSibling};
  }

  #nodesByNameDescending() {
    const byName = Array.from(this.#names.keys()).sort((a, b) => compareText(this.#names[b], this.#names[a]));
    const start = new Int32Array(this.#names.length);
    for (let i = 0; i < this.#size; i++) {
      start[this.#name[i]]++;
    }
    let next = 0;
    for (const name of byName) {
      const count = start[name];
      start[name] = next;
      next += count;
    }
    const nodes = new Int32Array(this.#size);
    for (let i = 0; i < this.#size; i++) {
      nodes[start[this.#name[i]]++] = i;
    }
    return nodes;
  }
}

function compareText(a, b) {
  return a < b ? -1 : Number(a > b);
}

/** Open addressing from (parent, name) to child, in one array of int triples. */
class ChildTable {
  #slots = newSlots(1024);
  #mask = 1023;
  #used = 0;

  find(parent, name) {
    return this.#slots[this.#slotOf(parent, name) + 2];
  }

  put(parent, name, child) {
    if (++this.#used > this.#mask * 0.6) {
      this.#rehash();
    }
    this.#write(this.#slotOf(parent, name), parent, name, child);
  }

  #write(slot, parent, name, child) {
    this.#slots[slot] = parent;
    this.#slots[slot + 1] = name;
    this.#slots[slot + 2] = child;
  }

  #slotOf(parent, name) {
    const slots = this.#slots;
    let slot = (Math.imul(Math.imul(parent, 0x9e3779b1) ^ name, 0x85ebca6b) >>> 7) & this.#mask;
    while (slots[slot * 3 + 2] >= 0 && (slots[slot * 3] !== parent || slots[slot * 3 + 1] !== name)) {
      slot = (slot + 1) & this.#mask;
    }
    return slot * 3;
  }

  #rehash() {
    const old = this.#slots;
    this.#mask = this.#mask * 2 + 1;
    this.#slots = newSlots(this.#mask + 1);
    for (let at = 0; at < old.length; at += 3) {
      if (old[at + 2] >= 0) {
        this.#write(this.#slotOf(old[at], old[at + 1]), old[at], old[at + 1], old[at + 2]);
      }
    }
  }
}

function newSlots(count) {
  return new Int32Array(count * 3).fill(-1);
}
