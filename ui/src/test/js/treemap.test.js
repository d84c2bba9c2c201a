import { close, equal, ok, same, test } from './harness.js';
import { squarify } from '../../main/resources/io/github/heapwise/ui/static/js/model/treemap.js';

const AREA = {width: 600, height: 400};

test('areas are as large as the values', () => {
  const values = [6, 6, 4, 3, 2, 2, 1];
  const boxes = squarify(values, AREA);
  boxes.forEach(({width, height}, index) => close(width * height, values[index] * 10_000, `area ${index}`));
});

test('the example of the paper comes out as in the paper', () => {
  const [first, second, third] = squarify([6, 6, 4, 3, 2, 2, 1], {width: 6, height: 4});
  same([first, second], [{x: 0, y: 0, width: 3, height: 2}, {x: 0, y: 2, width: 3, height: 2}]);
  close(third.width, 12 / 7);
  close(third.height, 7 / 3);
});

test('boxes fill the area and do not overlap', () => {
  const boxes = squarify(Array.from({length: 200}, (unused, index) => 1e9 / (index + 1)), AREA);
  const covered = boxes.reduce((sum, {width, height}) => sum + width * height, 0);
  close(covered, 240_000);
  boxes.forEach((a, index) => {
    ok(a.x > -1e-6 && a.y > -1e-6 && a.x + a.width < 600 + 1e-6 && a.y + a.height < 400 + 1e-6, `box ${index} is inside`);
    boxes.slice(index + 1).forEach((b) => ok(a.x + a.width < b.x + 1e-6 || b.x + b.width < a.x + 1e-6 || a.y + a.height < b.y + 1e-6
        || b.y + b.height < a.y + 1e-6, `box ${index} overlaps none`));
  });
});

test('where there is nothing to show there are no areas', () => {
  same(squarify([], AREA), []);
  const boxes = squarify([5, 0, 0], AREA);
  equal(boxes.length, 3);
  same(boxes.map(({width, height}) => width * height), [240_000, 0, 0]);
  same(squarify([0, 0], AREA).map(({width, height}) => width * height), [0, 0]);
  ok(squarify([3, 2], {width: 0, height: 0}).every(({width, height}) => width === 0 && height === 0), 'no room');
});
