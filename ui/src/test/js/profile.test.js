import { equal, ok, same, test, throws } from './harness.js';
import { columnsOf, encodeProfile, encodeTree, varints } from './wire.js';
import { randomTree, stacksOf, treeOf } from './trees.js';
import { decodeProfile, emptyTree, profileFromJson } from '../../main/resources/io/github/heapwise/ui/static/js/model/profile.js';

const small = {meta: {total: 7}, names: ['all', 'com.acme.A.a', 'byte[]'], cat: [4, 0, 3],
  up: [0, 0, 0], name: [0, 1, 2], self: [0, 3, 4]};

test('a small profile decodes to its tree', () => {
  const {meta, tree} = decodeProfile(encodeProfile(small));
  equal(meta.total, 7);
  same(stacksOf(tree), ['com.acme.A.a 3', 'com.acme.A.a;byte[] 4']);
  same(tree.total, [7, 7, 4]);
  same(tree.end, [3, 3, 3]);
  same(tree.level, [0, 1, 2]);
});

test('random trees survive the wire', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const tree = randomTree(seed);
    same(stacksOf(decodeProfile(encodeTree(tree)).tree), stacksOf(tree), `seed ${seed}`);
  }
});

test('the JSON twin gives the same tree', () => {
  const tree = randomTree(7);
  const columns = JSON.parse(JSON.stringify({meta: {total: 1}, ...columnsOf(tree)},
      (key, value) => (ArrayBuffer.isView(value) ? Array.from(value) : value)));
  same(stacksOf(profileFromJson(columns).tree), stacksOf(tree));
});

test('totals and subtree ends match a slow count', () => {
  const tree = randomTree(3);
  for (let i = 0; i < tree.size; i++) {
    const below = Array.from({length: tree.size}, (_, node) => node).filter((node) => tree.pathTo(node).includes(i));
    equal(tree.total[i], below.reduce((sum, node) => sum + tree.self[node], 0), `total of ${i}`);
    equal(tree.end[i], Math.max(...below) + 1, `end of ${i}`);
  }
});

test('values up to 2^53 - 1 are exact', () => {
  const self = [0, 4294967296, Number.MAX_SAFE_INTEGER];
  same(decodeProfile(encodeProfile({...small, self})).tree.self, self);
});

test('larger values are refused', () => {
  const tooLarge = Uint8Array.of(0, 0, ...Array(8).fill(255), 1);
  throws(() => decodeProfile(encodeProfile(small, {sections: {6: tooLarge}})), /column 'self' is larger/);
});

test('a profile without nodes is a root and nothing else', () => {
  const {tree} = decodeProfile(encodeProfile({names: [], cat: [], up: [], name: [], self: []}));
  equal(tree.size, 1);
  equal(tree.total[0], 0);
  equal(tree.nameOf(0), emptyTree().nameOf(0));
});

test('a million levels deep is no problem', () => {
  const n = 1_000_000;
  const column = (value) => new Uint8Array(n).fill(value);
  const {tree} = decodeProfile(encodeProfile({names: ['all'], cat: [4], up: column(0), name: column(0), self: column(1)}));
  equal(tree.level[n - 1], n - 1);
  equal(tree.total[0], n);
});

test('names keep what unicode and control characters they have', () => {
  const names = ['all', '\u{1F9EA}.Größe.läuft', '\uFEFFx.\u0001y\u202e'];
  same(decodeProfile(encodeProfile({...small, names})).tree.names, names);
});

test('unknown sections are skipped', () => {
  const buffer = encodeProfile(small, {extraSections: [[99, Uint8Array.of(1, 2, 3)]]});
  equal(decodeProfile(buffer).tree.size, 3);
});

test('every truncation is refused with a sentence', () => {
  const whole = encodeTree(treeOf('com.acme.A.a;byte[] 300', 'com.acme.B.b;int[] 70000'));
  for (let length = 0; length < whole.byteLength - 3; length++) {
    throws(() => decodeProfile(whole.slice(0, length)), /^(Profile|Section|Column) /);
  }
});

test('counts the bytes cannot back up are refused before anything is allocated', () => {
  throws(() => decodeProfile(encodeProfile(small, {nodes: 0xffffffff})), /declares 4294967295 nodes/);
  throws(() => decodeProfile(encodeProfile(small, {names: 0xffffffff})), /declares 4294967295 names/);
});

test('a damaged header is refused', () => {
  const damaged = encodeProfile(small);
  new Uint8Array(damaged)[0] = 0x50;
  throws(() => decodeProfile(damaged), /does not start with 'HWF1'/);
  throws(() => decodeProfile(encodeProfile(small, {version: 2})), /version 2, this page reads 1/);
  throws(() => decodeProfile(encodeProfile(small, {omit: [6]})), /no section 'self'/);
  throws(() => decodeProfile(encodeProfile(small, {extraSections: [[4, Uint8Array.of(0)]]})), /section 4 twice/);
  throws(() => decodeProfile(encodeProfile(small, {sections: {1: Uint8Array.of(123)}})), /not JSON/);
});

test('indexes that point nowhere are refused', () => {
  throws(() => decodeProfile(encodeProfile({...small, name: [0, 1, 3]})), /no valid name: 3/);
  throws(() => decodeProfile(encodeProfile({...small, cat: [4, 0, 6]})), /no valid category: 6/);
  throws(() => decodeProfile(encodeProfile({...small, up: [0, 1, 0]})), /closes more levels than are open/);
  throws(() => decodeProfile(encodeProfile({...small, up: [1, 0, 0]})), /not its root/);
  throws(() => decodeProfile(encodeProfile(small, {sections: {5: varints([0, 1, 2, 0])}})), /1 bytes more/);
});

test('a twin with a missing or short column is refused', () => {
  throws(() => profileFromJson({...small, up: undefined}), /no column 'up'/);
  throws(() => profileFromJson({...small, self: [1]}), /differ in length/);
});

test('random damage never does more than throw a sentence', () => {
  const whole = new Uint8Array(encodeTree(randomTree(5)));
  for (let at = 0; at < whole.length; at += 3) {
    const damaged = whole.slice();
    damaged[at] ^= 0x55;
    try {
      ok(decodeProfile(damaged.buffer).tree.size > 0, 'a tree has a root');
    }
    catch (error) {
      ok(error instanceof RangeError, `byte ${at}: ${error.stack}`);
    }
  }
});
