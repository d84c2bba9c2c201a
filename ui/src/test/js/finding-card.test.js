import { equal, ok, same, test } from './harness.js';
import { FindingBanner } from '../../main/resources/io/github/heapwise/ui/static/js/pages/finding-banner.js';
import { FindingCard } from '../../main/resources/io/github/heapwise/ui/static/js/pages/diagnosis/finding-card.js';
import { FindingCount } from '../../main/resources/io/github/heapwise/ui/static/js/pages/finding-count.js';
import { element } from '../../main/resources/io/github/heapwise/ui/static/js/view/dom.js';
import { churn, diagnosisAnswer, evidence, finding, healthyAnswer, leak } from './diagnosis-answers.js';

const HOSTILE = '<img src=x onerror="document.title=1">';
const SETTINGS = {allocationsPage: 'allocations', heapdumpsPage: 'heapdumps', gcPage: 'gc'};

function card(shown) {
  const made = new FindingCard(shown, {signal: new AbortController().signal, settings: SETTINGS});
  document.body.replaceChildren(made.root);
  const render = (next) => made.render(next, {diagnosis: diagnosisAnswer()});
  render(shown);
  return {made, render, root: made.root, cells: (row) => Array.from(made.root.querySelectorAll('.hw-evidence tbody tr')[row].children, ({textContent}) => textContent.trim())};
}

test('a card says how bad it is in words, with its numbers', () => {
  const {root, cells} = card(churn());
  equal(root.querySelector('.hw-severity').textContent, 'Warning');
  equal(root.querySelector('.hw-finding__about').textContent, 'Confidence is high · rule allocation-pressure');
  same(cells(0), ['Time in pauses of the collector', '12.4 %', 'above 5.0 %']);
  same(cells(3), ['Allocated bytes', '812 MB/s', '']);
});

test('charts are those of the numbers that moved, under their own name', () => {
  const {root} = card(churn());
  same(Array.from(root.querySelectorAll('.hw-evidence__title'), ({textContent}) => textContent), ['Pauses', 'CPU time of the collector', 'Allocated bytes']);
  ok(root.querySelector('[role="img"]').getAttribute('aria-label').startsWith('Time in pauses of the collector'), 'it tells what it shows');
});

test('without anything to draw there is no key to it', () => {
  const {root} = card(finding('a', 'info', {evidence: [evidence('x', 1, 2, 'count')]}));
  equal(root.querySelector('.hw-finding__charts').hidden, true);
  equal(root.querySelector('.hw-finding__keys').hidden, true);
});

test('the next step is a link to the page', () => {
  equal(card(leak()).root.querySelector('.hw-finding__next').getAttribute('href'), 'heapdumps');
  equal(new URL(card(churn()).root.querySelector('.hw-finding__next').href).searchParams.get('route'), 'GET /reports/{id}/export');
  equal(card(leak({next: {title: 'x', page: 'nowhere', parameters: {}}})).root.querySelector('.hw-finding__next').hidden, true);
});

test('what is open stays open, and what is the same stays the same', () => {
  const {root, render} = card(leak());
  const more = root.querySelector('.hw-finding__more');
  const [text, advice] = [more.lastChild, root.querySelector('li')];
  more.open = true;
  render(leak({evidence: [evidence('Growth of what survives collections', 1e6, 0, 'bytes/h')]}));
  equal(root.querySelector('.hw-finding__more').open, true);
  equal(more.lastChild, text);
  equal(root.querySelector('li'), advice);
  equal(root.querySelector('.hw-evidence__observed').textContent, '1 MB/h');
});

test('a card that is read says that its finding is gone', () => {
  const {made, root, render} = card(leak());
  equal(made.isRead(), false);
  root.querySelector('.hw-finding__more').open = true;
  equal(made.isRead(), true);
  made.markGone();
  ok(root.querySelector('.hw-finding__about').textContent.startsWith('Not found any more'), 'it says so');
  render(leak());
  ok(root.querySelector('.hw-finding__about').textContent.startsWith('Confidence'), 'it is back');
});

test('whatever names say is text', () => {
  const {root} = card(finding('a', 'warning', {title: HOSTILE, evidence: [evidence(HOSTILE, 1, 2, HOSTILE)], advice: [HOSTILE],
    explanation: {id: 'x', title: HOSTILE, markdown: HOSTILE}, next: {title: HOSTILE, page: 'gc', parameters: {}}}));
  equal(root.querySelector('img'), null);
  equal(root.querySelector('h2').textContent, HOSTILE);
});

test('a finding without advice, explanation or next step is a finding still', () => {
  const {root} = card({id: 'own-rule', title: 'Own', severity: 'warning', evidence: [], advice: []});
  equal(root.querySelector('h2').textContent, 'Own');
  equal(root.querySelector('.hw-finding__more').hidden, true);
});

test('the banner shows the worst problem, and nothing where there is none', () => {
  document.body.replaceChildren(element('section', {'data-hw': 'banner', hidden: true},
      ...['banner-icon', 'banner-severity', 'banner-title', 'banner-text'].map((name) => element('span', {'data-hw': name}))));
  const banner = new FindingBanner();
  const host = document.body.firstChild;
  banner.render(diagnosisAnswer());
  equal(host.hidden, false);
  equal(host.dataset.severity, 'critical');
  ok(host.textContent.startsWith('Critical: Memory that is held grows'), host.textContent);
  ok(host.textContent.endsWith('Growth of what survives collections 222 MB/h, above 0 B/h; Growth in the time observed 36 MiB, above 8 MiB. And 1 more.'), host.textContent);
  banner.render(healthyAnswer({findings: [finding('a', 'info')]}));
  equal(host.hidden, true);
});

test('the number of problems is remembered for the other pages, for each application', () => {
  const badge = () => element('span', {hidden: true});
  document.body.dataset.diagnosisUrl = '/here';
  sessionStorage.clear();
  const told = badge();
  new FindingCount(told).render(diagnosisAnswer());
  equal(told.textContent, '2 problems');
  equal(told.dataset.severity, 'critical');
  const remembered = badge();
  new FindingCount(remembered);
  equal(remembered.textContent, '2 problems');
  document.body.dataset.diagnosisUrl = '/there';
  const other = badge();
  new FindingCount(other);
  equal(other.hidden, true);
  new FindingCount(told).render(healthyAnswer());
  equal(told.hidden, true);
});
