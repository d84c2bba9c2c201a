const FNV_BASES = [0x811c9dc5, 0x9747b28c];
const FNV_PRIME = 0x01000193;
const hashesByNames = new WeakMap();

/**
 * Keys identify a node by the names on its path, so that a link or a selection survives a refresh in which
 * every index changed. 16 hexadecimal digits, the same ones the server computes.
 * @returns {string}
 */
export function keyOfNode(tree, node) {
  const hashes = nameHashes(tree.names);
  const key = Uint32Array.of(0, 0);
  for (const at of tree.pathTo(node)) {
    for (const k of [0, 1]) {
      key[k] = extend(at === 0, key[k], hashes[k][tree.name[at]]);
    }
  }
  return hex(key[0]) + hex(key[1]);
}

/** The node with the given key, -1 if the tree has none. One pass over the tree. */
export function nodeWithKey(tree, key) {
  if (!/^[0-9a-f]{16}$/.test(key)) {
    return -1;
  }
  const wanted = [parseInt(key.slice(0, 8), 16) | 0, parseInt(key.slice(8), 16) | 0];
  const keys = [0, 1].map((k) => allKeys(tree, nameHashes(tree.names)[k]));
  for (let i = 0; i < tree.size; i++) {
    if (keys[0][i] === wanted[0] && keys[1][i] === wanted[1]) {
      return i;
    }
  }
  return -1;
}

function allKeys({size, name, parent}, hashes) {
  const keys = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    keys[i] = extend(i === 0, keys[parent[i]], hashes[name[i]]);
  }
  return keys;
}

function extend(isRoot, key, nameHash) {
  return isRoot ? nameHash : Math.imul(((key << 5) | (key >>> 27)) ^ nameHash, FNV_PRIME);
}

function nameHashes(names) {
  let hashes = hashesByNames.get(names);
  if (!hashes) {
    hashes = FNV_BASES.map((basis) => hashAll(names, basis));
    hashesByNames.set(names, hashes);
  }
  return hashes;
}

function hashAll(names, basis) {
  const encoder = new TextEncoder();
  return Int32Array.from(names, (name) => fnv1a(encoder.encode(name), basis));
}

function fnv1a(bytes, basis) {
  let hash = basis;
  for (const byte of bytes) {
    hash = Math.imul(hash ^ byte, FNV_PRIME);
  }
  return hash;
}

function hex(word) {
  return (word >>> 0).toString(16).padStart(8, '0');
}
