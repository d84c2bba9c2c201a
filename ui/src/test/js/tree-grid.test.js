import { equal, ok, same, test } from './harness.js';
import { tablePage } from './heap-answers.js';
import { TreeGrid } from '../../main/resources/io/github/heapwise/ui/static/js/view/tree-grid.js';
import { element } from '../../main/resources/io/github/heapwise/ui/static/js/view/dom.js';

const signal = new AbortController().signal;
const child = (parent) => (number) => ({name: parent ? `${parent}.${number + 1}` : String(number + 1), children: number % 2 === 0 ? 250 : 0});

function grid(total = 3) {
  const host = element('div');
  document.body.replaceChildren(host);
  const asked = [];
  const followed = [];
  const made = new TreeGrid(host, {label: 'Example', columns: [
    {title: 'Name', text: true, cell: ({name}) => element('a', {href: '#', click: (event) => {
      event.preventDefault();
      followed.push(name);
    }}, name)},
    {title: 'Size', cell: ({name}) => String(name.length)},
  ]}, {signal, isLeaf: ({children}) => children === 0, load: async (row, page) => {
    asked.push([row?.name ?? null, page]);
    return tablePage(row?.children ?? total, page, child(row?.name));
  }});
  made.render(tablePage(total, 1, child(null)));
  const rows = () => Array.from(host.querySelectorAll('tbody tr'));
  return {host, asked, followed, made, rows, names: () => rows().map((row) => row.querySelector('a')?.textContent ?? row.textContent)};
}

function focusFirst(host) {
  host.querySelector('tbody [tabindex="0"]').focus();
}

// What is loaded is there after the microtasks that load it.
async function press(key) {
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
  await new Promise((resolve) => setTimeout(resolve));
}

const focused = () => document.activeElement.querySelector('a')?.textContent ?? document.activeElement.textContent;

test('rows say where they are in the tree', async () => {
  const {host, rows} = grid();
  equal(host.querySelector('table').getAttribute('role'), 'treegrid');
  focusFirst(host);
  await press('ArrowRight');
  const said = (row) => ['aria-level', 'aria-posinset', 'aria-setsize', 'aria-expanded'].map((name) => row.getAttribute(name));
  same(said(rows()[0]), ['1', '1', '3', 'true']);
  same(said(rows()[2]), ['2', '2', '250', null]);
  same(said(rows().at(-2)), ['1', '2', '3', null]);
});

test('what is below a row is asked for when it is opened, a page at a time', async () => {
  const {host, asked, rows, names} = grid();
  focusFirst(host);
  await press('ArrowRight');
  same(asked, [['1', 1]]);
  equal(rows().length, 3 + 100 + 1);
  equal(names()[101], 'Show 100 more of 150');
  await press('ArrowRight');
  equal(focused(), '1.1');
  rows()[101].focus();
  await press('Enter');
  same(asked, [['1', 1], ['1', 2]]);
  equal(rows().length, 3 + 200 + 1);
  equal(focused(), '1.101');
  equal(names()[201], 'Show 100 more of 50');
  rows()[201].click();
  await press('Shift');
  equal(rows().length, 3 + 250);
  equal(names()[250], '1.250');
});

test('the keyboard goes where the tree leads', async () => {
  const {host, names, followed} = grid();
  focusFirst(host);
  await press('End');
  equal(focused(), '3');
  await press('Home');
  equal(focused(), '1');
  await press('ArrowDown');
  equal(focused(), '2');
  await press('ArrowRight');
  equal(focused(), '2');
  await press('ArrowUp');
  await press(' ');
  await press('ArrowDown');
  equal(focused(), '1.1');
  await press('ArrowLeft');
  equal(focused(), '1');
  await press('ArrowLeft');
  same(names(), ['1', '2', '3']);
  equal(focused(), '1');
  await press('ArrowLeft');
  equal(focused(), '1');
  await press('Enter');
  same(followed, ['1']);
});

test('one row takes the focus from the page', async () => {
  const {host, rows} = grid();
  const places = () => rows().filter(({tabIndex}) => tabIndex === 0).length;
  equal(places(), 1);
  focusFirst(host);
  await press('ArrowRight');
  await press('ArrowDown');
  await press('ArrowDown');
  equal(places(), 1);
  rows()[0].click();
  await press('Shift');
  equal(places(), 1);
  ok(rows().flatMap((row) => Array.from(row.querySelectorAll('a'))).every(({tabIndex}) => tabIndex === -1), 'links are followed from their row');
});

test('closing forgets everything below', async () => {
  const {host, rows, asked} = grid();
  focusFirst(host);
  await press('ArrowRight');
  await press('ArrowRight');
  await press('ArrowRight');
  equal(rows().length, 3 + 100 + 1 + 100 + 1);
  rows()[0].focus();
  await press('ArrowLeft');
  equal(rows().length, 3);
  equal(document.activeElement, rows()[0]);
  await press('ArrowRight');
  equal(rows().length, 3 + 100 + 1);
  equal(asked.length, 3);
});

test('a browser is not given more rows than it can bear', async () => {
  const {rows, names, asked} = grid(1_000_000);
  for (let page = 2; page <= 40; page++) {
    rows().at(-1).focus();
    await press('Enter');
  }
  ok(rows().length <= 3_101, String(rows().length));
  ok(/close something first/.test(names().at(-1)), names().at(-1));
  ok(asked.length < 39, 'nothing more is asked for');
});

test('what is known to lead on is open at once', async () => {
  const {made, names} = grid();
  made.render(tablePage(2, 1, child(null)), ({name}) => name === '1' || name === '1.3');
  await press('Shift');
  await press('Shift');
  same(names().slice(0, 6), ['1', '1.1', '1.2', '1.3', '1.3.1', '1.3.2']);
});

test('a row that could not be opened stays closed', async () => {
  const host = element('div');
  document.body.replaceChildren(host);
  const made = new TreeGrid(host, {label: 'Example', columns: [{title: 'Name', cell: ({name}) => name}]}, {signal, isLeaf: () => false, load: async () => null});
  made.render(tablePage(1, 1, child(null)));
  focusFirst(host);
  await press('ArrowRight');
  same([document.activeElement.getAttribute('aria-expanded'), document.activeElement.getAttribute('aria-busy')], ['false', null]);
});
