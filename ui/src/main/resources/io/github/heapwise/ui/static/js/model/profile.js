import { CallTree } from './call-tree.js';
import { readVarints } from './varint.js';
import { Category } from './category.js';

const MAGIC = 0x31465748; // "HWF1", little-endian
const HEADER_BYTES = 20;
const Section = Object.freeze({meta: 1, names: 2, cat: 3, up: 4, name: 5, self: 6});

/**
 * A decoded profile: what was asked and measured, and the tree.
 * @typedef {{meta: object, tree: CallTree}} Profile
 */

/**
 * Decodes a profile in the binary format `HWF1`. Nothing is allocated that the bytes do not back up, so a
 * damaged or hostile file costs a message, not the tab.
 * @param {ArrayBuffer} buffer
 * @returns {Profile}
 * @throws {RangeError} saying what was expected and what was found
 */
export function decodeProfile(buffer) {
  const {nodes, names, sections} = readHeader(buffer);
  const section = (id, label) => sections.get(id) ?? fail(`Profile has no section '${label}'`);
  const column = (id, label, target) => {
    readVarints(section(id, label), target, label);
    return target;
  };
  const encodedUps = section(Section.up, 'up');
  check(nodes <= encodedUps.length, () => `Profile declares ${nodes} nodes in ${encodedUps.length} bytes`);
  return {
    meta: parseMeta(utf8(section(Section.meta, 'meta'))),
    tree: assemble({
      names: splitNames(section(Section.names, 'names'), names),
      cat: section(Section.cat, 'cat').slice(0, names),
      up: column(Section.up, 'up', new Int32Array(nodes)),
      name: column(Section.name, 'name', new Int32Array(nodes)),
      self: column(Section.self, 'self', new Float64Array(nodes)),
    }),
  };
}

/**
 * Reads the JSON twin of the binary format.
 * @param {{meta: object, names: string[], cat: number[], up: number[], name: number[], self: number[]}} json
 * @returns {Profile}
 */
export function profileFromJson(json) {
  for (const column of ['names', 'cat', 'up', 'name', 'self']) {
    check(Array.isArray(json[column]), () => `Profile has no column '${column}'`);
  }
  return {
    meta: json.meta ?? {},
    tree: assemble({
      names: json.names.map(String),
      cat: Uint8Array.from(json.cat),
      up: Int32Array.from(json.up),
      name: Int32Array.from(json.name),
      self: Float64Array.from(json.self),
    }),
  };
}

function readHeader(buffer) {
  check(buffer.byteLength >= HEADER_BYTES, () => `Profile has ${buffer.byteLength} bytes, its header alone 20`);
  const view = new DataView(buffer);
  check(view.getUint32(0, true) === MAGIC, () => "Profile does not start with 'HWF1'");
  const version = view.getUint16(4, true);
  check(version === 1, () => `Profile has version ${version}, this page reads 1`);
  return {
    nodes: view.getUint32(8, true),
    names: view.getUint32(12, true),
    sections: readSections(view, view.getUint32(16, true)),
  };
}

function readSections(view, count) {
  let offset = HEADER_BYTES + count * 8;
  check(offset <= view.byteLength, () => `Profile ends inside its table of ${count} sections`);
  const sections = new Map();
  for (let i = 0; i < count; i++) {
    const id = view.getUint32(HEADER_BYTES + i * 8, true);
    const bytes = view.getUint32(HEADER_BYTES + i * 8 + 4, true);
    check(offset + bytes <= view.byteLength,
        () => `Section ${id} declares ${bytes} bytes, ${Math.max(0, view.byteLength - offset)} remain`);
    check(!sections.has(id), () => `Profile has section ${id} twice`);
    sections.set(id, new Uint8Array(view.buffer, offset, bytes));
    offset += (bytes + 3) & ~3;
  }
  return sections;
}

function parseMeta(text) {
  try {
    return JSON.parse(text) ?? {};
  }
  catch (error) {
    throw new RangeError(`Section 'meta' is not JSON: ${error.message}`, {cause: error});
  }
}

function splitNames(bytes, count) {
  const names = count === 0 ? [] : utf8(bytes).split('\n');
  check(names.length === count, () => `Profile declares ${count} names and holds ${names.length}`);
  return names;
}

function assemble({names, cat, up, name, self}) {
  check(cat.length === names.length, () => `Profile has ${names.length} names and ${cat.length} categories`);
  check(up.length === name.length && up.length === self.length, () => 'Columns of the profile differ in length');
  if (name.length === 0) {
    return emptyTree();
  }
  checkEach(cat, (value) => value <= Category.native, 'category');
  checkEach(name, (value) => value >= 0 && value < names.length, 'name');
  checkEach(self, (value) => value >= 0, 'own value');
  return new CallTree({names, cat, name, parent: parents(up), self});
}

/** A tree of nothing but its root, for ranges in which nothing was recorded. */
export function emptyTree() {
  return new CallTree({
    names: ['all'],
    cat: Uint8Array.of(Category.synthetic),
    name: new Int32Array(1),
    parent: Int32Array.of(-1),
    self: new Float64Array(1),
  });
}

function parents(up) {
  const parent = new Int32Array(up.length);
  parent[0] = -1;
  for (let i = 1; i < up.length; i++) {
    let above = i - 1;
    for (let close = up[i]; close > 0 && above >= 0; close--) {
      above = parent[above];
    }
    check(above >= 0, () => `Node ${i} closes more levels than are open`);
    parent[i] = above;
  }
  check(up[0] === 0, () => 'The first node of the profile is not its root');
  return parent;
}

function checkEach(values, isValid, what) {
  for (let i = 0; i < values.length; i++) {
    if (!isValid(values[i])) {
      fail(`Value ${i} of the profile is no valid ${what}: ${values[i]}`);
    }
  }
}

function check(condition, message) {
  if (!condition) {
    fail(message());
  }
}

function fail(message) {
  throw new RangeError(message);
}

function utf8(bytes) {
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes);
}
