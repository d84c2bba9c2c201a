/**
 * Decodes a column of unsigned LEB128 numbers. Exact up to 2^53 - 1; anything above, a number cut off by
 * the end of the column and bytes left over are errors.
 * @param {Uint8Array} bytes the whole column
 * @param {Int32Array|Float64Array} target filled from its start to its end
 * @param {string} column for the message of an error
 */
export function readVarints(bytes, target, column) {
  const limit = target instanceof Int32Array ? 0x7fffffff : Number.MAX_SAFE_INTEGER;
  let at = 0;
  for (let i = 0; i < target.length; i++) {
    let value = bytes[at++];
    if (value > 127) {
      value &= 127;
      for (let scale = 128, more = true; more; scale *= 128) {
        const byte = bytes[at++];
        value += (byte & 127) * scale;
        more = byte > 127;
        if (value > limit) {
          throw new RangeError(`Number ${i} of column '${column}' is larger than ${limit}`);
        }
      }
    }
    if (at > bytes.length) {
      throw new RangeError(`Column '${column}' ends inside number ${i} of ${target.length}`);
    }
    target[i] = value;
  }
  if (at !== bytes.length) {
    throw new RangeError(`Column '${column}' holds ${bytes.length - at} bytes more than its ${target.length} numbers`);
  }
}
