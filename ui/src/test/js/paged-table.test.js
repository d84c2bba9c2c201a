import { equal, ok, same, test } from './harness.js';
import { tablePage } from './heap-answers.js';
import { PagedTable } from '../../main/resources/io/github/heapwise/ui/static/js/view/paged-table.js';
import { element } from '../../main/resources/io/github/heapwise/ui/static/js/view/dom.js';

const HOSTILE = '<img src=x onerror="document.title=1">';

function table(more = {}) {
  const host = element('section');
  document.body.replaceChildren(host);
  const asked = [];
  const made = new PagedTable(host, {
    id: 'example', title: 'Example', sortedBy: 'bytes', filter: 'Part of a name', empty: 'There is nothing.',
    columns: [{title: 'Name', sort: 'name', rising: true, text: true, cell: ({name}) => name}, {title: 'Bytes', sort: 'bytes', cell: ({bytes}) => String(bytes)},
      {title: 'Word', cell: () => 'word', minor: true}], ...more,
  }, {onChange: (change) => asked.push(change)});
  return {
    host, asked,
    render: (answer, query = {}) => made.render(answer, {sort: null, filter: '', ...query}),
    sort: (title) => Array.from(host.querySelectorAll('.hw-table__sort')).find(({textContent}) => textContent === title).click(),
    sorted: () => Array.from(host.querySelectorAll('th[aria-sort]'), (th) => [th.textContent, th.getAttribute('aria-sort')]),
    button: (title) => Array.from(host.querySelectorAll('.hw-pager button')).find(({textContent}) => textContent === title),
  };
}

const row = (number) => ({name: `name ${number}`, bytes: number});

test('heads sort by what the server can sort, the usual way first, then the other', () => {
  const {host, asked, render, sort, sorted} = table();
  render(tablePage(2, 1, row));
  same(sorted(), [['Bytes', 'descending']]);
  sort('Bytes');
  render(tablePage(2, 1, row), {sort: '-bytes'});
  same(sorted(), [['Bytes', 'ascending']]);
  sort('Bytes');
  sort('Name');
  render(tablePage(2, 1, row), {sort: 'name'});
  same(sorted(), [['Name', 'ascending']]);
  sort('Name');
  render(tablePage(2, 1, row), {sort: '-name'});
  same(sorted(), [['Name', 'descending']]);
  same(asked, [{sort: '-bytes', page: 1}, {sort: null, page: 1}, {sort: 'name', page: 1}, {sort: '-name', page: 1}]);
  equal(host.querySelectorAll('.hw-table__sort').length, 2);
});

test('the focus stays on a head that was pressed', () => {
  const {host, render} = table();
  render(tablePage(2, 1, row));
  host.querySelectorAll('.hw-table__sort')[1].focus();
  render(tablePage(2, 1, row), {sort: '-bytes'});
  equal(document.activeElement.textContent, 'Bytes');
});

test('pages are asked for, and none beyond the ends', () => {
  const {asked, host, render, button} = table();
  render(tablePage(12_345, 2, row));
  equal(host.querySelector('.hw-pager__place').textContent, 'Page 2 of 124, 12,345 rows');
  ['First', 'Previous', 'Next', 'Last'].forEach((title) => button(title).click());
  same(asked, [{page: 1}, {page: 1}, {page: 3}, {page: 124}]);
  render(tablePage(12_345, 124, row));
  same([button('Next').disabled, button('Last').disabled, button('First').disabled], [true, true, false]);
  render(tablePage(3, 1, row));
  equal(host.querySelector('.hw-pager').hidden, true);
});

test('a page beyond the last says so and leads back', () => {
  const {asked, host, render, button} = table();
  render(tablePage(250, 9, row));
  equal(host.querySelector('.hw-table__empty').textContent, 'There is no such page.');
  button('Previous').click();
  same(asked, [{page: 3}]);
});

test('why a table is empty', () => {
  const {host, render} = table();
  render(tablePage(0, 1, row));
  equal(host.querySelector('.hw-table__empty').textContent, 'There is nothing.');
  render(tablePage(0, 1, row), {filter: HOSTILE});
  equal(host.querySelector('.hw-table__empty').textContent, `Nothing is called '${HOSTILE}'.`);
  equal(host.querySelector('img'), null);
});

test('typing asks once, when it ends', () => {
  const {setTimeout, clearTimeout} = window;
  const timers = new Map();
  window.setTimeout = (run) => timers.set(timers.size + 1, run).size;
  window.clearTimeout = (id) => timers.delete(id);
  try {
    const {asked, host} = table();
    const field = host.querySelector('input');
    for (const text of ['H', 'Ha', 'Has']) {
      field.value = text;
      field.dispatchEvent(new Event('input'));
    }
    same(asked, []);
    timers.forEach((run) => run());
    same(asked, [{filter: 'Has', page: 1}]);
  }
  finally {
    Object.assign(window, {setTimeout, clearTimeout});
  }
});

test('what is typed is not overwritten by an answer', () => {
  const {host, render} = table();
  const field = host.querySelector('input');
  render(tablePage(1, 1, row), {filter: 'from the address'});
  equal(field.value, 'from the address');
  field.focus();
  field.value = 'more';
  render(tablePage(1, 1, row), {filter: 'from the address'});
  equal(field.value, 'more');
});

test('details unfold below their row', () => {
  const {host, render} = table({detail: {title: ({name}) => `Details of ${name}`, of: ({bytes}) => bytes > 0 ? `${bytes} in detail` : null}});
  render(tablePage(2, 1, row));
  equal(host.querySelectorAll('.hw-unfold').length, 1);
  const button = host.querySelector('.hw-unfold');
  same([button.getAttribute('aria-expanded'), button.getAttribute('aria-label')], ['false', 'Details of name 1']);
  button.click();
  equal(button.getAttribute('aria-expanded'), 'true');
  const [, , detail] = host.querySelectorAll('tbody tr');
  same([detail.hidden, detail.textContent], [false, '1 in detail']);
});

test('cells are text', () => {
  const {host, render} = table();
  render({rows: [{name: HOSTILE, bytes: HOSTILE}], page: 1, pages: 1, totalRows: 1});
  equal(host.querySelector('img'), null);
  ok(host.textContent.includes(HOSTILE), 'text');
});
