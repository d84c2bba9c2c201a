/**
 * Divides a rectangle among values so that no part is longer than need be: rows along the shorter side, each as full as
 * makes its parts most like squares (Bruls, Huizing and van Wijk, 2000). Time is that of two passes.
 * @param {number[]} values not negative, the largest first; those of 0 get no area
 * @param {{width: number, height: number}} area
 * @returns {{x: number, y: number, width: number, height: number}[]} as many as there are values
 */
export function squarify(values, {width, height}) {
  const total = values.reduce((sum, value) => sum + value, 0);
  const scale = total > 0 ? width * height / total : 0;
  const boxes = [];
  let rest = {x: 0, y: 0, width, height};
  for (let start = 0; start < values.length;) {
    const {end, sum} = rowFrom(values, start, scale, Math.min(rest.width, rest.height));
    rest = place(values.slice(start, end), sum * scale, scale, rest, boxes);
    start = end;
  }
  return boxes;
}

// As many values as make the longest part of the row shorter.
function rowFrom(values, start, scale, side) {
  let end = start + 1;
  let sum = values[start];
  let worst = ratioOf(values[start], values[start], sum, scale, side);
  for (; end < values.length; end++) {
    const next = ratioOf(values[start], values[end], sum + values[end], scale, side);
    if (next > worst) {
      break;
    }
    worst = next;
    sum += values[end];
  }
  return {end, sum};
}

function ratioOf(largest, smallest, sum, scale, side) {
  const area = sum * scale;
  return Math.max(side ** 2 * largest * scale / area ** 2, area ** 2 / (side ** 2 * smallest * scale));
}

// Puts a row at the left or at the top and returns what is left.
function place(row, area, scale, {x, y, width, height}, boxes) {
  const upright = height <= width;
  const thickness = area > 0 ? area / (upright ? height : width) : 0;
  let at = upright ? y : x;
  for (const value of row) {
    const length = thickness > 0 ? value * scale / thickness : 0;
    boxes.push(upright ? {x, y: at, width: thickness, height: length} : {x: at, y, width: length, height: thickness});
    at += length;
  }
  return upright ? {x: x + thickness, y, width: width - thickness, height} : {x, y: y + thickness, width, height: height - thickness};
}
