import { equal, ok, same, test } from './harness.js';
import { heapDump, unfinishedDump } from './answers.js';
import { DumpTable } from '../../main/resources/io/github/heapwise/ui/static/js/view/dump-table.js';
import { TriggerList } from '../../main/resources/io/github/heapwise/ui/static/js/view/trigger-list.js';
import { element } from '../../main/resources/io/github/heapwise/ui/static/js/view/dom.js';

const HOSTILE = '<img src=x onerror="document.title=1">';

function table({onDelete = () => null, rawDownload = false} = {}) {
  const host = element('div');
  document.body.replaceChildren(host);
  const made = new DumpTable(host, {fileUrl: ({id}, raw) => `heapdumps/${id}/file${raw ? '?raw=true' : ''}`,
    pageUrl: ({id}) => `heapdump?id=${id}`, onDelete});
  return {
    host,
    render: (...dumps) => made.render(dumps, {rawDownload, empty: 'None.'}),
    ids: () => Array.from(host.querySelectorAll('[data-dump]'), ({dataset}) => dataset.dump),
    row: (id) => host.querySelector(`[data-dump="${id}"]`),
    buttons: (id) => Array.from(host.querySelectorAll(`[data-dump="${id}"] .hw-dumps__actions > :not([hidden])`), ({textContent}) => textContent),
    button: (id, text) => Array.from(host.querySelectorAll(`[data-dump="${id}"] .hw-button`)).find(({textContent}) => textContent === text),
  };
}

test('a dump shows what is known of it', () => {
  const {render, row, buttons, button} = table();
  render(heapDump('a'), unfinishedDump('b', 'dumping', {progressRatio: 0.4}));
  same(Array.from(row('a').querySelectorAll('tr:first-child td'), ({textContent}) => textContent).slice(0, 4), ['HTTPwhy', 'ready', '50 MiB', '439 ms']);
  same(Array.from(row('b').querySelectorAll('tr:first-child td'), ({textContent}) => textContent).slice(1, 4), ['dumping, 40 %', '–', '–']);
  same(buttons('a'), ['Look', 'Download', 'Delete', 'Facts']);
  same(buttons('b'), ['Delete', 'Facts']);
  ok(button('a', 'Download').href.endsWith('heapdumps/a/file'), button('a', 'Download').href);
  equal(row('b').querySelectorAll('.hw-meter').length, 1);
});

test('what is being analysed can be downloaded, and looked at when it is done', () => {
  const {render, buttons, button} = table();
  render(heapDump('a', {state: 'indexing', analysis: {state: 'running', progressRatio: 0.5}}), heapDump('b', {analysis: {state: 'refused', reason: 'No room.'}}));
  same(buttons('a'), ['Analyse', 'Download', 'Delete', 'Facts']);
  same(buttons('b'), ['Analyse', 'Download', 'Delete', 'Facts']);
  render(heapDump('a'));
  same(buttons('a'), ['Look', 'Download', 'Delete', 'Facts']);
  ok(button('a', 'Look').href.endsWith('heapdump?id=a'), button('a', 'Look').href);
});

test('a failure is told in words', () => {
  const {render, row, buttons} = table();
  render(unfinishedDump('a', 'failed', {failure: 'The disk is full.'}), unfinishedDump('b', 'queued'));
  ok(row('a').textContent.includes('The disk is full.'), row('a').textContent);
  same([buttons('a'), buttons('b')], [['Delete', 'Facts'], ['Cancel', 'Facts']]);
});

test('facts stay open and the focus where it is while others come and go', () => {
  const {render, ids, row, button} = table();
  render(heapDump('b'), heapDump('a'));
  const facts = row('a').querySelector('.hw-dumps__facts');
  button('a', 'Facts').click();
  button('a', 'Facts').focus();
  equal(facts.hidden, false);
  render(unfinishedDump('c', 'dumping'), heapDump('a', {reason: 'changed'}));
  same(ids(), ['c', 'a']);
  equal(row('a').querySelector('.hw-dumps__facts'), facts);
  equal(facts.hidden, false);
  equal(document.activeElement, button('a', 'Facts'));
  equal(button('a', 'Facts').getAttribute('aria-expanded'), 'true');
  button('a', 'Facts').click();
  equal(facts.hidden, true);
});

test('who may not delete is not asked', () => {
  const {render, buttons} = table({onDelete: null});
  render(heapDump('a'));
  same(buttons('a'), ['Look', 'Download', 'Facts']);
});

test('the dump to delete is the one as it is now', () => {
  const asked = [];
  const {render, button} = table({onDelete: ({state}) => asked.push(state)});
  render(unfinishedDump('a', 'queued'));
  render(heapDump('a'));
  button('a', 'Delete').click();
  same(asked, ['ready']);
});

test('values are offered only where they may be had and are there', () => {
  const closed = table();
  closed.render(heapDump('a'));
  equal(closed.row('a').querySelector('[href$="raw=true"]'), null);
  const {render, row} = table({rawDownload: true});
  render(heapDump('a'), heapDump('b', {redacted: true}), unfinishedDump('c', 'dumping'));
  ok(row('a').querySelector('[href$="a/file?raw=true"]').parentElement.textContent.includes('contains everything'), 'label');
  equal(row('b').querySelector('[href$="raw=true"]'), null);
  equal(row('c').querySelector('[href$="raw=true"]'), null);
});

test('without dumps there is a sentence instead', () => {
  const {host, render} = table();
  equal(host.querySelector('table').hidden, true);
  equal(host.textContent.endsWith('Waiting for data.'), true);
  render();
  equal(host.querySelector('table').hidden, true);
  equal(host.textContent.endsWith('None.'), true);
  render(heapDump('a'));
  equal(host.querySelector('table').hidden, false);
});

test('what others say of a dump is text', () => {
  const {host, render} = table();
  render(heapDump('a', {reason: HOSTILE, host: HOSTILE, failure: HOSTILE, trigger: HOSTILE, flags: {[HOSTILE]: HOSTILE}, state: HOSTILE}));
  equal(host.querySelector('img'), null);
});

test('a trigger that is off comes with the line that turns it on', () => {
  const host = element('section', {hidden: true});
  const list = new TriggerList(host);
  list.render([{id: 'http', enabled: true, property: 'a=b'}, {id: 'signal', enabled: false, property: HOSTILE}]);
  equal(host.hidden, false);
  same(Array.from(host.querySelectorAll('code'), ({textContent}) => textContent), [HOSTILE]);
  same(Array.from(host.querySelectorAll('.hw-triggers__state'), ({textContent}) => textContent), ['on', 'off']);
  const shown = host.querySelector('code');
  list.render([{id: 'http', enabled: true, property: 'a=b'}, {id: 'signal', enabled: false, property: HOSTILE}]);
  equal(host.querySelector('code'), shown);
});
