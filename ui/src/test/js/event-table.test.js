import { equal, ok, same, test } from './harness.js';
import { EventTable } from '../../main/resources/io/github/heapwise/ui/static/js/view/event-table.js';
import { KindChips } from '../../main/resources/io/github/heapwise/ui/static/js/view/kind-chips.js';
import { element } from '../../main/resources/io/github/heapwise/ui/static/js/view/dom.js';
import { gcEvent } from './answers.js';

const HOSTILE = '<img src=x onerror="document.title=1">';

function event(sequence, change) {
  return {...gcEvent(sequence, change), at: 1_700_000_000_000 + sequence * 1000};
}

function table(onSelect = () => {}) {
  const host = element('div');
  document.body.replaceChildren(host);
  return {host, made: new EventTable(host, {onSelect}), rows: () => Array.from(host.querySelectorAll('tbody tr'))};
}

test('a row is made once: who is in it stays in it', () => {
  const {host, made, rows} = table();
  made.render([event(2), event(1)], null, '');
  const [second, first] = rows();
  first.querySelector('button').focus();
  made.render([event(3), event(2), event(1)], null, '');
  same(rows().slice(1).map((row) => [second, first].indexOf(row)), [0, 1]);
  equal(document.activeElement, first.querySelector('button'));
  made.render([event(3), event(1)], null, '');
  equal(rows().length, 2);
  equal(document.activeElement, first.querySelector('button'));
  equal(host.querySelector('img'), null);
});

test('a selected row is marked and told', () => {
  const selected = [];
  const {made, rows} = table(({sequence}) => selected.push(sequence));
  made.render([event(2), event(1)], event(1), '');
  same(rows().map((row) => row.getAttribute('aria-current')), [null, 'true']);
  rows()[0].querySelector('button').click();
  same(selected, [2]);
});

test('after a restart the numbers begin again, and the rows are others', () => {
  const selected = [];
  const {made, rows} = table(({cause}) => selected.push(cause));
  made.render([event(1, {cause: 'before'})], event(1), '');
  made.render([{...event(1, {cause: 'after'}), at: 1_800_000_000_000}], event(1), '');
  rows()[0].querySelector('button').click();
  same(selected, ['after']);
  equal(rows()[0].getAttribute('aria-current'), null);
});

test('a duration of whole milliseconds is not shown as an exact one', () => {
  const {made, rows} = table();
  made.render([event(4), event(3, {exact: false, durationNanos: 3e6}), event(2, {exact: false, durationNanos: 0}),
    event(1, {pause: false, kind: 'concurrent', durationNanos: 95e6})], null, '');
  same(rows().map((row) => row.children[4].textContent), ['3.2 ms', '≈ 3 ms', '< 1 ms', '95 ms, concurrent']);
});

test('what the JVM does not tell is a dash, and names are text', () => {
  const {host, made, rows} = table();
  made.render([event(1, {cause: HOSTILE, phase: null, heapBeforeBytes: null, heapAfterBytes: null, promotedBytes: null})], null, '');
  same(Array.from(rows()[0].children, ({textContent}) => textContent).slice(2), [HOSTILE, '–', '3.2 ms', '–', '–']);
  equal(host.querySelector('img'), null);
});

test('without a collection it says why, with many how many are left out', () => {
  const {host, made, rows} = table();
  made.render([], null, 'No collection yet.');
  ok(host.textContent.includes('No collection yet.'), host.textContent);
  made.render(Array.from({length: 250}, (_, index) => event(index)), null, '');
  equal(rows().length, 200);
  ok(host.textContent.includes('and 50 earlier ones'), 'what is left out is said');
});

test('there is a chip for each kind that happened, or that is hidden', () => {
  const group = element('div');
  const toggled = [];
  const chips = new KindChips(group, {onToggle: (kind) => toggled.push(kind)});
  chips.render({events: [event(1), event(2), event(3, {kind: 'full'})], hiddenKinds: new Set(['full', 'other'])});
  const shown = Array.from(group.querySelectorAll('button:not([hidden])'));
  same(shown.map(({textContent}) => textContent), ['young2', 'full1', 'other0']);
  same(shown.map((chip) => chip.getAttribute('aria-pressed')), ['true', 'false', 'false']);
  shown[1].click();
  same(toggled, ['full']);
});
