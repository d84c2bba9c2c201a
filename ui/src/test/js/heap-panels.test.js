import { equal, ok, same, test } from './harness.js';
import { heapDump } from './answers.js';
import { MAP, objectAnswer, objectRow, pathsAnswer, suspect, suspectsAnswer, tablePage, threadRow, viewAnswer } from './heap-answers.js';
import { ApiError } from '../../main/resources/io/github/heapwise/ui/static/js/api/endpoints.js';
import { AnalysedDump } from '../../main/resources/io/github/heapwise/ui/static/js/pages/heapdump/analysed-dump.js';
import { Inquiry } from '../../main/resources/io/github/heapwise/ui/static/js/pages/heapdump/inquiry.js';
import { TreemapCanvas } from '../../main/resources/io/github/heapwise/ui/static/js/view/treemap-canvas.js';
import { defaultHeapState, heapViews } from '../../main/resources/io/github/heapwise/ui/static/js/model/heap-state.js';
import { element } from '../../main/resources/io/github/heapwise/ui/static/js/view/dom.js';
import { makePanel, panelOf } from '../../main/resources/io/github/heapwise/ui/static/js/pages/heapdump/views.js';

const HOSTILE = '<img src=x onerror="document.title=1">';
const FOLDER = '../../main/resources/io/github/heapwise/ui/static/css/';

// More turns than all questions of a view take one after the other.
const TURNS = 50;

// What is answered is there after the microtasks that answer it.
const settled = () => new Promise((resolve) => setTimeout(resolve));

async function answered(host) {
  for (let turn = 0; turn < TURNS && (turn === 0 || host.querySelector('[aria-busy]')); turn++) {
    await settled();
  }
}

/** A view as the page shows it, with answers of a test in place of the server's. */
async function show(change, {answer = viewAnswer, others = [], allocationsPage = 'allocations'} = {}) {
  const state = {...defaultHeapState(), id: 'b', ...change};
  const asked = [];
  const gone = [];
  const {fetch} = window;
  window.fetch = async (url) => {
    const {pathname, searchParams} = new URL(url, location.href);
    const view = pathname.split('/').at(-1);
    asked.push(`${view}?${searchParams}`);
    return Response.json(answer(view, searchParams));
  };
  const host = element('div');
  document.body.replaceChildren(host);
  try {
    const dump = new AnalysedDump('heapdumps/b', new AbortController().signal, {
      state, dump: heapDump('b'), others, allocationsPage, go: (step) => gone.push(step),
    });
    makePanel(panelOf(state), host, dump).show(state);
    await answered(host);
  }
  finally {
    window.fetch = fetch;
  }
  const texts = (selector) => Array.from(host.querySelectorAll(selector), ({textContent}) => textContent);
  const link = (text) => Array.from(host.querySelectorAll('a')).find(({textContent}) => textContent === text)?.getAttribute('href');
  return {host, asked, gone, texts, link};
}

/** What is answered to questions about a heap dump. */
async function dumpAnswering(answer, questions) {
  const {fetch} = window;
  window.fetch = answer;
  try {
    const {signal} = new AbortController();
    const dump = new AnalysedDump('heapdumps/b', signal, {});
    return await questions((view) => dump.ask(view, new URLSearchParams(), signal));
  }
  finally {
    window.fetch = fetch;
  }
}

for (const {id} of heapViews) {
  test(`the view '${id}' shows what it is answered`, async () => {
    const {host} = await show({view: id, node: id === 'object' ? '0x1' : null}, {others: [heapDump('a', {time: '2026-11-28T16:55:51Z'})]});
    ok(host.textContent.length > 100, host.textContent);
    equal(host.querySelectorAll('[role="alert"]:not([hidden])').length, 0);
    equal(host.querySelectorAll('[aria-busy]').length, 0);
    ok(host.querySelectorAll('table tbody tr').length > 0, 'rows');
    ok(!/undefined|NaN|\[object/.test(host.textContent), /.{30}(undefined|NaN|\[object).{30}/.exec(host.textContent)?.[0]);
  });

  test(`the view '${id}' has nothing to say of nothing`, async () => {
    const nothing = {...tablePage(0, 1, objectRow), suspects: [], roots: [], fields: [], dominators: [], object: objectRow(0), classNode: 'class-1', reachableBytes: 1,
      thresholdBytes: 1, strings: 0, distinctStrings: 0, bytes: 0, wastedBytes: 0, instances: 0, objects: 0, examined: 0};
    const {host} = await show({view: id, node: id === 'object' ? '0x1' : null}, {answer: () => nothing, others: [heapDump('a')]});
    equal(host.querySelectorAll('[role="alert"]:not([hidden])').length, 0);
    ok(!/undefined|NaN|\[object/.test(host.textContent), host.textContent);
  });

  test(`in the view '${id}' everything is text`, async () => {
    const hostile = (view, parameters) => JSON.parse(JSON.stringify(viewAnswer(view, parameters), (key, value) => typeof value === 'string' ? HOSTILE : value));
    const {host} = await show({view: id, node: id === 'object' ? '0x1' : null}, {answer: hostile, others: [heapDump('a', {reason: HOSTILE})]});
    equal(host.querySelector('img'), null);
    ok(host.textContent.includes('onerror'), 'text');
    ok(Array.from(host.querySelectorAll('a')).every((link) => /^(\?|allocations\?)/.test(link.getAttribute('href'))), 'links stay here');
  });
}

test('a suspect says what it is and where to look next', async () => {
  const {host, texts, link} = await show({}, {answer: (view, parameters) => view === 'suspects' ? suspectsAnswer(suspect()) : viewAnswer(view, parameters)});
  const card = host.querySelector('[data-suspect="1"]');
  ok(card.textContent.includes("held by static field 'NAMES' of class 'com.example.names.LeakingNames'"), card.textContent);
  ok(card.textContent.includes('45.2 MB 61.0 % of what is reachable'), card.textContent);
  same(texts('.hw-suspect__growth'), ["+12 MB in 5 min, since the earlier heap dump, and +34,000 'java.lang.String'"]);
  same(texts('.hw-suspect__step'), ['com.example.names.LeakingNames', `NAMES${MAP}`, '12 left out', `table${MAP}$Node[]`]);
  equal(link('Allocation flame graph of String'), 'allocations?range=all&type=java.lang.String');
  equal(link('Paths to roots'), '?id=b&view=object&node=0x7f000');
  equal(link('What it dominates'), '?id=b&view=dominators&node=0x7f000');
  equal(link('Instances of what it holds'), '?id=b&view=object&node=class-1');
});

test('where nothing is suspected the page says so', async () => {
  const {texts} = await show({}, {answer: (view, parameters) => view === 'suspects' ? suspectsAnswer() : viewAnswer(view, parameters)});
  ok(texts('[data-hw="suspects"]')[0].includes('Nothing holds a suspiciously large part of the heap.'), texts('[data-hw="suspects"]')[0]);
});

test('growth says since when', async () => {
  const earlier = heapDump('a', {time: '2026-11-28T16:55:51.696Z', reason: 'before'});
  const {asked, texts} = await show({with: 'a'}, {others: [earlier], answer: (view, parameters) => ({...viewAnswer(view, parameters), baseline: 'a'})});
  ok(asked.includes('suspects?with=a'), asked.join());
  ok(/growth since \S+ \S+, 5 min earlier, 'before'/.test(texts('[data-hw="suspects"]')[0]), texts('[data-hw="suspects"]')[0]);
});

test('without the page of allocations nothing leads there', async () => {
  const {link} = await show({}, {allocationsPage: null});
  equal(link('Allocation flame graph of String'), undefined);
});

test('an object shows what holds it', async () => {
  const {asked, texts, link} = await show({view: 'object', node: '0x7f001', page: 2});
  same(asked.toSorted(), ['incoming?node=0x7f001&size=25', 'object?node=0x7f001&page=2', 'paths?node=0x7f001']);
  same(texts('.hw-crumbs__item'), [`${MAP}$Node[16,384]`, 'com.example.names.LeakingNames', 'this']);
  ok(texts('[data-hw="object"] dd').includes("local variable of 'main', frame 3"), 'root');
  same(texts('[data-hw="fields"] tbody td:nth-child(2)').map((text) => text.slice(0, 4)), ['42', 'byte', 'org.', 'null']);
  ok(texts('[data-hw="fields"]')[0].includes('does not keep it alive'), 'weak');
  equal(link('What it dominates'), '?id=b&view=dominators&node=0x7f001');
});

test('values that are not shown are not told apart from each other', async () => {
  const fields = [{name: 'hash', declaringClass: 'a.B', type: 'int', holds: true}];
  const {texts} = await show({view: 'object', node: '0x1'}, {answer: (view, parameters) => view === 'object' ? objectAnswer({fields, valuesShown: false}) : viewAnswer(view, parameters)});
  same(texts('[data-hw="fields"] tbody td:nth-child(2)'), ['not shown']);
  ok(texts('[data-hw="object"]')[0].includes('heapwise.heapdump.show-values=true'), 'how to');
});

test('paths are open as far as they do not branch', async () => {
  const {host, texts} = await show({view: 'object', node: 'class-1'});
  same(Array.from(host.querySelectorAll('[data-hw="paths"] tbody tr'), (row) => row.getAttribute('aria-level')), ['1', '2']);
  ok(texts('[data-hw="paths"]')[0].includes('to 1,000 of the 120,000 objects, evenly chosen'), texts('[data-hw="paths"]')[0]);
  ok(texts('[data-hw="paths"] tbody tr')[1].includes('3 left out'), 'what is left out');
});

test('what nothing leads to says so', async () => {
  const {host} = await show({view: 'object', node: '0x1'}, {answer: (view, parameters) => view === 'paths' ? pathsAnswer({roots: []}) : viewAnswer(view, parameters)});
  equal(host.querySelector('[data-hw="paths"] .hw-table__empty').hidden, false);
});

test('the dominators of an object stand below those above it', async () => {
  const {asked, texts, link, host} = await show({view: 'dominators', node: '0x7f001'});
  same(asked, ['dominators?node=0x7f001', 'object?node=0x7f001&size=1']);
  same(texts('.hw-crumbs__item').at(0), 'All roots');
  equal(link('All roots'), '?id=b&view=dominators');
  ok(host.querySelector('canvas').getAttribute('aria-label').startsWith(`Treemap of the rows below. The largest is ${MAP}$Node[], which retains 45 MB`), 'label');
});

test('two heap dumps are compared, with the latest earlier one unless somebody chooses', async () => {
  const others = [heapDump('c', {time: '2026-11-28T18:00:00Z'}), heapDump('a', {time: '2026-11-28T16:00:00Z'}), heapDump('0', {time: '2026-11-28T15:00:00Z'})];
  const {asked, host, gone} = await show({view: 'compare'}, {others});
  same(asked, ['compare?with=a']);
  equal(host.querySelector('select').value, 'a');
  host.querySelector('select').value = '0';
  host.querySelector('select').dispatchEvent(new Event('change'));
  same(gone, [{with: '0', page: 1}]);
  same((await show({view: 'compare', with: 'c', sort: 'name'}, {others})).asked, ['compare?with=c&sort=name']);
});

test('where there is nothing to compare with nothing is asked', async () => {
  const {asked, host} = await show({view: 'compare'});
  same(asked, []);
  ok(host.textContent.includes('There is no other heap dump that has been analysed.'), host.textContent);
});

test('duplicates that cannot be told say why', async () => {
  const {texts} = await show({view: 'duplicates'}, {answer: () => ({...tablePage(0, 1, objectRow), unavailableReason: 'It was redacted.'})});
  same(texts('.hw-view__head'), ['It was redacted.']);
});

test('a thread unfolds into its frames with what they hold', async () => {
  const {host, texts} = await show({view: 'threads'}, {answer: () => tablePage(1, 1, threadRow)});
  equal(host.querySelector('.hw-table__detail').hidden, true);
  host.querySelector('.hw-unfold').click();
  equal(host.querySelector('.hw-table__detail').hidden, false);
  equal(host.querySelector('.hw-unfold').getAttribute('aria-label'), 'Frames of http-nio-8080-exec-0');
  ok(texts('.hw-frames__item')[0].startsWith('com.example.names.NamesController.show NamesController.java:31java.lang.String'), texts('.hw-frames__item')[0]);
});

test('a question that could not be answered says why, and can be asked again', async () => {
  const host = element('div', {}, element('div'));
  document.body.replaceChildren(host);
  const inquiry = new Inquiry(host.firstChild, new AbortController().signal);
  let tries = 0;
  const answers = [];
  await inquiry.ask(async () => {
    if (tries++ === 0) {
      throw new ApiError({status: 429, message: HOSTILE});
    }
    return 'answer';
  }, (answer) => answers.push(answer));
  const notice = host.querySelector('[role="alert"]');
  ok(notice.textContent.startsWith(HOSTILE), notice.textContent);
  notice.querySelector('button').click();
  await settled();
  same([answers, notice.hidden], [['answer'], true]);
});

test('one question is asked after the other', async () => {
  let open = 0;
  let most = 0;
  const dump = await dumpAnswering(async () => {
    most = Math.max(most, ++open);
    await settled();
    open--;
    return Response.json({});
  }, (ask) => Promise.all(['suspects', 'dominators', 'classes'].map(ask)));
  same([dump.length, most], [3, 1]);
});

test('one character is not several', async () => {
  const row = (length) => ({node: `0x${length}`, length, copies: 2, bytes: 96, wastedBytes: 48});
  const {texts} = await show({view: 'duplicates'}, {answer: () => ({rows: [row(1), row(1024)], page: 1, pages: 1, totalRows: 2, strings: 4})});
  same(texts('[data-hw="duplicates"] tbody th'), ['a text of 1 character', 'a text of 1,024 characters']);
});

test('the loader of a class is named in short', async () => {
  const row = {node: 'class-1', name: 'shop.Cart', loader: 'org.boot.LaunchedClassLoader @0x7', instances: 1, shallowBytes: 1, retainedBytes: 1, distance: 1};
  const {host} = await show({view: 'classes'}, {answer: () => ({rows: [row], page: 1, pages: 1, totalRows: 1})});
  const loader = host.querySelector('[data-hw="classes"] .hw-object__address');
  same([loader.textContent, loader.title], ['LaunchedClassLoader @0x7', 'defined by org.boot.LaunchedClassLoader @0x7']);
});

test('who is busy is asked again, but not for ever', async () => {
  let asked = 0;
  const busy = () => Response.json({message: 'Two questions are being answered already.'}, {status: 429});
  const [answer] = await dumpAnswering(async () => ++asked < 3 ? busy() : Response.json({rows: []}), (ask) => Promise.all([ask('classes')]));
  same([answer, asked], [{rows: []}, 3]);
  const refused = await dumpAnswering(async () => ++asked && busy(), (ask) => ask('classes').catch((error) => error.status));
  same([refused, asked], [429, 6]);
});

test('a question without an answer does not keep the next one waiting', async () => {
  const answers = await dumpAnswering(async (url) => url.endsWith('suspects') ? Response.json({}, {status: 500}) : Response.json({rows: []}),
      (ask) => Promise.allSettled(['suspects', 'classes'].map(ask)));
  same(answers.map(({status}) => status), ['rejected', 'fulfilled']);
});

test('what is wrong with a question is not asked again', async () => {
  const host = element('div', {}, element('div'));
  await new Inquiry(host.firstChild, new AbortController().signal).ask(async () => {
    throw new ApiError({status: 404, message: "No '0x1' in this heap dump", parameter: 'node'});
  }, () => null);
  equal(host.querySelector('button'), null);
});

test('only the answer to the last question counts', async () => {
  const host = element('div', {}, element('div'));
  const inquiry = new Inquiry(host.firstChild, new AbortController().signal);
  const answers = [];
  let answerFirst;
  const first = inquiry.ask(() => new Promise((resolve) => { answerFirst = resolve; }), (answer) => answers.push(answer));
  await inquiry.ask(async () => 'second', (answer) => answers.push(answer));
  answerFirst('first');
  await first;
  same(answers, ['second']);
});

test('a click on an area goes where it leads', async () => {
  const sheet = element('link', {rel: 'stylesheet', href: `${FOLDER}heap.css`});
  const loaded = new Promise((resolve) => sheet.addEventListener('load', resolve));
  document.head.append(sheet);
  await loaded;
  const host = element('figure', {class: 'hw-treemap'});
  document.body.replaceChildren(host);
  const chosen = [];
  const map = new TreemapCanvas(host, {signal: new AbortController().signal, onChoose: ({node}) => chosen.push(node)});
  map.render({rows: [objectRow(0, {retainedBytes: 900}), objectRow(1, {retainedBytes: 50})], wholeBytes: 1000, otherObjects: 3, label: 'Label'});
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  const canvas = host.querySelector('canvas');
  const {left, top, width, height} = canvas.getBoundingClientRect();
  const click = (x, y) => canvas.dispatchEvent(new MouseEvent('click', {clientX: left + x, clientY: top + y, bubbles: true}));
  click(10, 10);
  click(width - 3, 3);
  click(width - 3, height - 3);
  same([chosen[0], chosen.length], ['0x7f000', 2]);
  canvas.dispatchEvent(new PointerEvent('pointermove', {clientX: left + 10, clientY: top + 10}));
  ok(host.querySelector('.hw-flame__tip').textContent.includes('retains 900 B'), host.querySelector('.hw-flame__tip').textContent);
  sheet.remove();
});
