import { equal, ok, same, test } from './harness.js';
import { TimeChart } from '../../main/resources/io/github/heapwise/ui/static/js/view/time-chart.js';
import { element } from '../../main/resources/io/github/heapwise/ui/static/js/view/dom.js';

const WINDOW = {from: Date.UTC(2026, 0, 2, 9, 0, 0), to: Date.UTC(2026, 0, 2, 9, 0, 40)};
const TIMES = [0, 10, 20, 30, 40].map((seconds) => WINDOW.from + seconds * 1000);
const COLUMNS = [TIMES, [1, 2, 3, null, 5], [0, 0, null, null, 1]];

function chart(options = {}) {
  const figure = element('figure');
  document.body.append(figure);
  const made = new TimeChart(figure, {signal: new AbortController().signal, name: 'Example', format: (value) => `${value} u`,
    series: [{label: 'one', color: '1'}, {label: 'two', color: '2', shape: 'area'}], ...options});
  const stage = figure.querySelector('[role="img"]');
  stage.style.height = '120px';
  stage.style.width = '600px';
  return {made, figure, stage, said: () => figure.querySelector('[aria-live]').textContent};
}

async function drawn({made}, scene = {}) {
  made.render({columns: COLUMNS, window: WINDOW, finding: 'One goes up', ...scene});
  await frames();
}

function frames() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));
}

function press(target, ...keys) {
  keys.forEach((key) => target.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true})));
}

function withoutTime(text) {
  return text.replace(/^\d\d:\d\d:\d\d · /, '');
}

test('a chart states its finding and says why it is empty', async () => {
  document.body.replaceChildren();
  const example = chart();
  await drawn(example);
  equal(example.stage.getAttribute('aria-label'), 'One goes up');
  equal(example.figure.querySelector('canvas') !== null, true);
  ok(example.figure.querySelector('.hw-chart__empty').hidden, 'it is not empty');
  await drawn(example, {columns: [[], [], []], empty: 'Nothing yet.'});
  equal(example.figure.querySelector('.hw-chart__empty').textContent, 'Nothing yet.');
});

test('the arrow keys read values and say them, Escape leaves', async () => {
  document.body.replaceChildren();
  const example = chart();
  await drawn(example);
  example.stage.focus();
  press(example.stage, 'ArrowLeft');
  equal(withoutTime(example.said()), 'one 5 u · two 1 u');
  press(example.stage, 'ArrowLeft');
  equal(withoutTime(example.said()), 'no data');
  press(example.stage, 'Home');
  equal(withoutTime(example.said()), 'one 1 u · two 0 u');
  press(example.stage, 'ArrowLeft', 'ArrowRight', 'ArrowRight');
  equal(withoutTime(example.said()), 'one 3 u');
  press(example.stage, 'Escape');
  equal(example.said(), '');
  ok(example.figure.querySelector('.hw-chart__readout').hidden, 'nothing is read any more');
});

test('keys of the browser stay with the browser', async () => {
  document.body.replaceChildren();
  const example = chart();
  await drawn(example);
  const back = new KeyboardEvent('keydown', {key: 'ArrowLeft', altKey: true, bubbles: true, cancelable: true});
  ok(example.stage.dispatchEvent(back), 'nobody took it');
  equal(example.said(), '');
});

test('who stands on a chart does not hear its name again and again', async () => {
  document.body.replaceChildren();
  const example = chart();
  await drawn(example);
  example.stage.focus();
  await drawn(example, {finding: 'One goes down'});
  equal(example.stage.getAttribute('aria-label'), 'One goes up');
  example.stage.blur();
  equal(example.stage.getAttribute('aria-label'), 'One goes down');
});

test('the cursor stays at its time while data arrive, and goes with it', async () => {
  document.body.replaceChildren();
  const example = chart();
  await drawn(example);
  press(example.stage, 'Home', 'ArrowRight');
  const readout = example.figure.querySelector('.hw-chart__readout');
  const before = readout.textContent;
  await drawn(example, {columns: [[...TIMES, WINDOW.to + 5000], [...COLUMNS[1], 6], [...COLUMNS[2], 1]],
    window: {from: WINDOW.from + 5000, to: WINDOW.to + 5000}});
  equal(readout.textContent, before);
  await drawn(example, {window: {from: WINDOW.from + 15_000, to: WINDOW.to + 15_000}});
  ok(readout.hidden, 'its time has left the window');
});

test('charts of one key share their cursor', async () => {
  document.body.replaceChildren();
  const [one, other] = [chart({syncKey: 'shared'}), chart({syncKey: 'shared'})];
  await drawn(one);
  await drawn(other, {columns: [TIMES, [10, 20, 30, 40, 50], [0, 0, 0, 0, 0]]});
  press(one.stage, 'Home', 'ArrowRight');
  equal(withoutTime(other.figure.querySelector('.hw-chart__readout').textContent), 'one 20 u · two 0 u');
  equal(other.said(), '');
  press(one.stage, 'Escape');
  ok(other.figure.querySelector('.hw-chart__readout').hidden, 'it left both');
});

test('the table holds the latest rows and nothing but data', async () => {
  document.body.replaceChildren();
  const example = chart();
  await drawn(example);
  const details = example.figure.querySelector('details');
  details.open = true;
  await frames();
  same(Array.from(details.querySelectorAll('tbody td'), ({textContent}) => textContent),
      ['5 u', '1 u', '3 u', '', '2 u', '0 u', '1 u', '0 u']);
  same(Array.from(details.querySelectorAll('thead th'), ({textContent}) => textContent), ['Time', 'one', 'two']);
});

test('marks, steps, bands and a logarithmic scale are drawn in both themes', async () => {
  document.body.replaceChildren();
  const example = chart({series: [{label: 'mark', color: '2', shape: 'marks', kind: 'full'}, {label: 'steps', color: 'app', shape: 'steps'},
    {label: 'top', color: '1', downTo: 3}, {label: 'low', color: '4'}, {label: 'limit', color: 'max', dash: true}]});
  const columns = [TIMES, [1, 10, 100, 1000, 1], [1, 2, 3, 4, 5], [9, 9, 9, 9, 9], [2, 2, 2, 2, 2], [7, 7, 7, 7, 7]];
  for (const logarithmic of [false, true, false]) {
    await drawn(example, {columns, logarithmic});
    equal(example.figure.querySelectorAll('canvas').length, 1);
  }
  const pixels = () => example.figure.querySelector('canvas').toDataURL();
  const light = pixels();
  document.documentElement.dataset.theme = 'dark';
  document.dispatchEvent(new Event('themechange'));
  await frames();
  const dark = pixels();
  delete document.documentElement.dataset.theme;
  ok(light !== dark, 'colours follow the theme');
});

test('spans of time are shaded, one shorter than a pixel too', async () => {
  document.body.replaceChildren();
  const example = chart();
  await drawn(example);
  const pixels = async (...shades) => {
    await drawn(example, {shades});
    return example.figure.querySelector('canvas').toDataURL();
  };
  const plain = await pixels();
  const wide = await pixels({from: TIMES[1], to: TIMES[2]});
  const narrow = await pixels({from: TIMES[1], to: TIMES[1] + 0.001});
  const outside = await pixels({from: WINDOW.from - 2000, to: WINDOW.from - 1000});
  ok(new Set([plain, wide, narrow]).size === 3, 'each is another picture');
  ok(outside === plain, 'what is before the window is not drawn');
});

test('what passes the threshold is shaded, on the side where it should not be', async () => {
  const pixels = async (breach) => {
    document.body.replaceChildren();
    const example = chart({series: [{label: 'one', color: '1'}, {label: 'limit', color: 'max', dash: true}]});
    await drawn(example, {columns: [TIMES, [1, 2, 5, 2, 1], TIMES.map(() => 3)], breach});
    return example.figure.querySelector('canvas').toDataURL();
  };
  const plain = await pixels(null);
  const pictures = new Set([plain, await pixels({threshold: 3, above: true}), await pixels({threshold: 3, above: false})]);
  ok(pictures.size === 3, 'each is another picture');
  ok(plain === await pixels({threshold: 5.5, above: true}), 'what does not pass it is not shaded');
});

test('what is said of a time is read with its values', async () => {
  document.body.replaceChildren();
  const example = chart();
  await drawn(example, {remark: (time) => time === TIMES[1] ? 'GC pause 3 ms' : ''});
  press(example.stage, 'Home');
  equal(withoutTime(example.said()), 'one 1 u · two 0 u');
  press(example.stage, 'ArrowRight');
  equal(withoutTime(example.said()), 'one 2 u · two 0 u · GC pause 3 ms');
});

test('a value without neighbours is drawn where it is asked for', async () => {
  const pixels = async (isolated) => {
    document.body.replaceChildren();
    const example = chart({series: [{label: 'one', color: '1', isolated}]});
    await drawn(example, {columns: [TIMES, [null, null, 3, null, null]]});
    return example.figure.querySelector('canvas').toDataURL();
  };
  ok(await pixels(true) !== await pixels(false), 'the value is seen');
});

test('what is destroyed is gone', async () => {
  document.body.replaceChildren();
  const example = chart();
  await drawn(example);
  example.made.destroy();
  equal(example.figure.querySelector('canvas'), null);
  press(example.stage, 'Home');
  equal(example.said(), '');
});
