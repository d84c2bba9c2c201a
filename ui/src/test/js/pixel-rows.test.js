import { same, test } from './harness.js';
import { PixelRows } from '../../main/resources/io/github/heapwise/ui/static/js/model/pixel-rows.js';

function painted(width, height, paint) {
  const pixels = new Uint32Array(width * height);
  paint(new PixelRows(pixels, width));
  return pixels;
}

test('a row is its spans, on every line it covers', () => {
  same(painted(4, 3, (rows) => {
    rows.clear(9);
    rows.startRow(1);
    rows.span(1, 3, 2);
    rows.endRow(1, 3);
  }), [9, 9, 9, 9, 1, 2, 2, 1, 1, 2, 2, 1]);
});

test('what lies outside is cut off', () => {
  same(painted(2, 2, (rows) => {
    rows.startRow(1);
    rows.span(-5, 1, 2);
    rows.span(1, 99, 3);
    rows.endRow(-4, 1);
    rows.endRow(5, 9);
  }), [2, 3, 0, 0]);
});
