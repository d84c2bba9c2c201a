/** Encodes trees as `HWF1`, slowly and by the letter of the format; hostile variants come from `overrides`. */
export function encodeProfile({meta = {}, names, cat, up, name, self}, overrides = {}) {
  const sections = [
    [1, new TextEncoder().encode(JSON.stringify(meta))],
    [2, new TextEncoder().encode(names.join('\n'))],
    [3, Uint8Array.from(cat)],
    [4, varints(up)],
    [5, varints(name)],
    [6, varints(self)],
    ...(overrides.extraSections ?? []),
  ].map(([id, bytes]) => [id, overrides.sections?.[id] ?? bytes]).filter(([id]) => !overrides.omit?.includes(id));
  const header = [0x48, 0x57, 0x46, 0x31, ...u16(overrides.version ?? 1), ...u16(0),
    ...u32(overrides.nodes ?? up.length), ...u32(overrides.names ?? names.length), ...u32(sections.length)];
  const table = sections.flatMap(([id, bytes]) => [...u32(id), ...u32(bytes.length)]);
  const body = sections.map(([, bytes]) => padded(bytes));
  const file = new Uint8Array(header.length + table.length + body.reduce((sum, part) => sum + part.length, 0));
  file.set(header);
  file.set(table, header.length);
  body.reduce((at, part) => (file.set(part, at), at + part.length), header.length + table.length);
  return file.buffer;
}

export function encodeTree(tree, meta = {}) {
  return encodeProfile({meta, ...columnsOf(tree)});
}

export function columnsOf(tree) {
  return {
    names: tree.names,
    cat: tree.cat,
    up: Array.from(tree.level, (level, i) => (i === 0 ? 0 : tree.level[i - 1] + 1 - level)),
    name: tree.name,
    self: tree.self,
  };
}

export function varints(values) {
  const bytes = [];
  for (const value of values) {
    let rest = value;
    while (rest > 127) {
      bytes.push((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

function padded(bytes) {
  const whole = new Uint8Array((bytes.length + 3) & ~3);
  whole.set(bytes);
  return whole;
}

function u16(value) {
  return [value & 255, (value >>> 8) & 255];
}

function u32(value) {
  return [...u16(value & 65535), ...u16(value >>> 16)];
}
