import { equal, ok, same, test } from './harness.js';
import { treeOf } from './trees.js';
import { CategoryChips } from '../../main/resources/io/github/heapwise/ui/static/js/view/category-chips.js';
import { FlameCanvas } from '../../main/resources/io/github/heapwise/ui/static/js/view/flame-canvas.js';
import { FlameView } from '../../main/resources/io/github/heapwise/ui/static/js/model/flame-view.js';
import { RankingTable } from '../../main/resources/io/github/heapwise/ui/static/js/view/ranking-table.js';
import { SidePanel } from '../../main/resources/io/github/heapwise/ui/static/js/view/side-panel.js';
import { TimeBrush } from '../../main/resources/io/github/heapwise/ui/static/js/view/time-brush.js';
import { Timeline } from '../../main/resources/io/github/heapwise/ui/static/js/model/timeline.js';
import { TreeList } from '../../main/resources/io/github/heapwise/ui/static/js/view/tree-list.js';
import { YourCodeTable } from '../../main/resources/io/github/heapwise/ui/static/js/pages/top-tables.js';
import { defaultState } from '../../main/resources/io/github/heapwise/ui/static/js/model/url-state.js';
import { element } from '../../main/resources/io/github/heapwise/ui/static/js/view/dom.js';

const HOSTILE = '<img src=x onerror="document.title=1">&amp;\u202e';
const signal = new AbortController().signal;

function host(tag = 'div', attributes = {}) {
  const made = element(tag, attributes);
  document.body.replaceChildren(made);
  return made;
}

function press(target, key) {
  target.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
}

// Frames are drawn before elements are found to be resized, so it takes a second one.
async function drawn() {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}

function flameCanvas(tree, on = {}) {
  const stage = host('div', {class: 'hw-flame__stage'});
  stage.append(element('div', {class: 'hw-flame__scroller'}, element('canvas', {class: 'hw-flame__canvas'}),
      element('div', {class: 'hw-flame__spacer'})), element('div', {class: 'hw-flame__tip', hidden: true}));
  const scene = {view: new FlameView(tree), zoom: 0, selected: 0, matches: null, upright: false, unit: 'bytes', whole: tree.total[0]};
  const canvas = new FlameCanvas(stage, {signal, onZoom() {}, onSelect() {}, onCommand: () => false, ...on});
  return {stage, scene, canvas};
}

test('names are text, never markup', () => {
  const panel = host();
  new SidePanel(panel, {}).render({name: HOSTILE, isClass: false, numbers: [], classes: [{name: HOSTILE, value: 1}],
    callers: [{name: HOSTILE, category: 1, value: 1}], value: 1, isRoot: false, canFocus: true});
  equal(panel.querySelector('img'), null);
  equal(panel.querySelector('.hw-side__name').textContent, HOSTILE);
  const group = host();
  new CategoryChips(group, {}).render({state: {...defaultState(), focus: HOSTILE}, shares: null});
  equal(group.querySelector('img'), null);
});

test('a table sorts by what was clicked and keeps the focus', () => {
  const table = host('section', {'data-hw': 'example'});
  const ranking = new RankingTable(table, {title: 'Example', note: '', empty: '', limit: 2, columns: [
    {title: 'name', cell: ({name}) => name},
    {title: 'self', cell: ({self}) => String(self), value: ({self}) => self}]});
  ranking.render([{name: 'a', self: 1}, {name: 'b', self: 3}, {name: 'c', self: 2}]);
  const firstColumn = () => Array.from(table.querySelectorAll('tbody th'), (cell) => cell.textContent);
  same(firstColumn(), ['a', 'b']);
  table.querySelector('button').focus();
  table.querySelector('button').click();
  same(firstColumn(), ['b', 'c']);
  equal(table.querySelector('[aria-sort="descending"]').textContent, 'self');
  equal(document.activeElement, table.querySelector('button'));
  ok(table.textContent.includes('and 1 more'), 'what is left out is said');
});

test('clicked again a table sorts the other way, and sums stay at its end', () => {
  const table = host('section', {'data-hw': 'example'});
  const ranking = new RankingTable(table, {title: 'Example', note: '', empty: '', limit: 9, isLast: ({name}) => name === 'all', columns: [
    {title: 'name', cell: ({name}) => name},
    {title: 'self', cell: ({self}) => String(self), value: ({self}) => self}]});
  ranking.render([{name: 'all', self: 6}, {name: 'a', self: 1}, {name: 'b', self: 3}, {name: 'c', self: null}]);
  const firstColumn = () => Array.from(table.querySelectorAll('tbody th'), (cell) => cell.textContent);
  const sort = () => table.querySelector('button').click();
  same(firstColumn(), ['a', 'b', 'c', 'all']);
  sort();
  same(firstColumn(), ['b', 'a', 'c', 'all']);
  sort();
  same(firstColumn(), ['a', 'b', 'c', 'all']);
  equal(table.querySelector('[aria-sort="ascending"]').textContent, 'self');
});

test('a profile of a route says what a request allocates', () => {
  const tree = treeOf('com.acme.A.a;byte[] 3000', 'com.acme.B.b;int[] 7000');
  const table = host('section', {'data-hw': 'example'});
  const cells = () => Array.from(table.querySelectorAll('thead th, tbody tr:first-child td'), ({textContent}) => textContent);
  const yourCode = new YourCodeTable(table, {note: '', limit: 5});
  yourCode.render({tree, meta: {unit: 'bytes', seconds: 10, route: {route: '/orders', requests: 100, mode: 'exact'}}});
  same(cells(), ['App frame', 'mostly', 'allocated', 'per request', 'rate', 'share', 'int[]', '7 kB', '70 B', '700 B/s', '70.0 %']);
  yourCode.render({tree, meta: {unit: 'bytes', seconds: 10}});
  same(cells(), ['App frame', 'mostly', 'allocated', 'rate', 'share', 'int[]', '7 kB', '700 B/s', '70.0 %']);
});

test('an empty table says why', () => {
  const table = host('section', {'data-hw': 'example'});
  new RankingTable(table, {title: 'Example', note: '', empty: 'Nothing here.', limit: 2, columns: []}).render([]);
  ok(table.textContent.includes('Nothing here.'), table.textContent);
});

test('the tree opens, closes and moves by keyboard', () => {
  const tree = treeOf('com.acme.A.a;byte[] 3', 'com.acme.B.b;int[] 7');
  const target = host('div', {role: 'tree'});
  const view = new FlameView(tree);
  let selected = -1;
  const list = new TreeList(target, {signal, onZoom() {}, onCommand: () => false, onSelect: (node) => {
    selected = node;
    show();
  }});
  const show = () => list.render({view, zoom: 0, selected, matches: null, unit: 'bytes', whole: 10});
  const names = () => Array.from(target.querySelectorAll('.hw-tree__name'), (name) => name.textContent);
  show();
  same(names(), ['all', 'com.acme.B.b', 'com.acme.A.a']);
  target.querySelector('[tabindex="0"]').focus();
  press(document.activeElement, 'ArrowDown');
  equal(tree.nameOf(selected), 'com.acme.B.b');
  press(document.activeElement, 'ArrowRight');
  same(names(), ['all', 'com.acme.B.b', 'int[]', 'com.acme.A.a']);
  equal(document.activeElement.getAttribute('aria-expanded'), 'true');
  press(document.activeElement, 'ArrowLeft');
  same(names(), ['all', 'com.acme.B.b', 'com.acme.A.a']);
  press(document.activeElement, 'End');
  equal(tree.nameOf(selected), 'com.acme.A.a');
});

test('the ends of the range move by bucket and never cross', () => {
  const handle = (edge) => element('div', {role: 'slider', tabindex: 0, 'data-edge': edge});
  const target = host();
  target.append(element('canvas'), handle('from'), handle('to'));
  const chosen = [];
  let resets = 0;
  const brush = new TimeBrush(target, {signal, onChoose: (from, to) => chosen.push([from, to]), onReset: () => resets++});
  brush.render({timeline: new Timeline({starts: [0, 10, 20], ends: [10, 20, 30], jdk: [1, 1, 1]}), from: 0, to: 30});
  const [from, to] = target.querySelectorAll('[role="slider"]');
  press(from, 'ArrowRight');
  press(to, 'Home');
  press(from, 'End');
  press(from, 'Escape');
  same(chosen, [[10, 30], [10, 20], [10, 20]]);
  equal(resets, 1);
  equal(from.getAttribute('aria-valuenow'), '10');
});

test('the ends of the range stand where they are drawn, also once the page is shown or resized', async () => {
  const handle = (edge) => element('div', {role: 'slider', tabindex: 0, 'data-edge': edge, class: 'hw-brush__handle'});
  const target = host('div', {hidden: true});
  const canvas = element('canvas');
  canvas.style.width = '400px';
  target.append(canvas, handle('from'), handle('to'));
  const brush = new TimeBrush(target, {signal, onChoose() {}, onReset() {}});
  brush.render({timeline: new Timeline({starts: [0, 10], ends: [10, 20], jdk: [1, 1]}), from: 10, to: 20});
  const lefts = () => Array.from(target.querySelectorAll('[role="slider"]'), ({style}) => style.left);
  target.hidden = false;
  await drawn();
  same(lefts(), ['200px', '400px']);
  canvas.style.width = '100px';
  await drawn();
  same(lefts(), ['50px', '100px']);
});

test('a canvas that is resized is never shown empty', async () => {
  const {stage, scene, canvas} = flameCanvas(treeOf('com.acme.A.a;byte[] 3'));
  canvas.render(scene);
  await drawn();
  const surface = stage.querySelector('canvas');
  const color = () => new Uint32Array(surface.getContext('2d').getImageData(2, 2, 1, 1).data.buffer)[0];
  const painted = color();
  const seen = new Set();
  const observer = new ResizeObserver(() => seen.add(color()));
  observer.observe(surface);
  for (const width of [300, 200, 250]) {
    stage.style.width = `${width}px`;
    await drawn();
  }
  observer.disconnect();
  same(seen, [painted]);
});

test('arrow keys on the canvas follow the drawing', () => {
  const tree = treeOf('com.acme.A.a;byte[] 3', 'com.acme.B.b;int[] 7');
  const visited = [];
  const {stage, scene, canvas} = flameCanvas(tree, {onCommand: (key) => visited.push(key) > 0, onSelect: (node) => {
    visited.push(tree.nameOf(node));
    canvas.render({...scene, selected: node});
  }});
  canvas.render(scene);
  for (const key of ['ArrowDown', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowDown', 'Enter']) {
    press(stage.querySelector('canvas'), key);
  }
  same(visited, ['com.acme.B.b', 'com.acme.A.a', 'byte[]', 'com.acme.A.a', 'com.acme.B.b', 'int[]', 'Enter']);
});
