import { equal, same, test } from './harness.js';
import { confidenceWords, describeCounts, describeEvidence, describeLack, describeLooked, describeThreshold, nextUrl, problemsOf, severityWord, stateOf, usualSpan }
  from '../../main/resources/io/github/heapwise/ui/static/js/model/diagnosis.js';
import { at, diagnosisAnswer, evidence, finding, healthyAnswer, idleAnswer } from './diagnosis-answers.js';

const SETTINGS = {allocationsPage: 'allocations', gcPage: 'gc', heapdumpsPage: 'heapdumps', token: 'secret'};

test('how the application is, in a word', () => {
  same(stateOf(diagnosisAnswer()), {severity: 'critical', word: 'Critical'});
  same(stateOf(diagnosisAnswer({severity: 'warning', findings: [finding('a', 'warning')]})), {severity: 'warning', word: 'Warning'});
  same(stateOf(healthyAnswer()), {severity: 'none', word: 'Nothing wrong'});
  same(stateOf(healthyAnswer({severity: 'info', findings: [finding('a', 'info')]})), {severity: 'none', word: 'Nothing wrong'});
});

test('what could not be judged is not said to be well', () => {
  same(stateOf(idleAnswer()), {severity: 'info', word: 'Idle'});
  same(stateOf(healthyAnswer({load: undefined})), {severity: 'info', word: 'Idle'});
  const {passed} = healthyAnswer();
  same(stateOf(healthyAnswer({passed, undecided: passed})), {severity: 'info', word: 'Too early to tell'});
  same(stateOf(healthyAnswer({passed: []})), {severity: 'info', word: 'Too early to tell'});
});

test('notes ask for nothing', () => {
  same(problemsOf(diagnosisAnswer()).map(({id}) => id), ['memory-grows', 'allocation-pressure']);
});

test('a number says on which side of its threshold it is', () => {
  equal(describeThreshold({observed: 2, threshold: 1, unit: 'ms'}), 'above 1 ms');
  equal(describeThreshold({observed: 0.5, threshold: 0.75, unit: 'ratio'}), 'below 75.0 %');
  equal(describeThreshold({observed: 3, threshold: 3, unit: 'count'}), 'at 3');
  equal(describeThreshold({observed: 3, unit: 'count'}), '');
  equal(describeEvidence(evidence('Longest pause', 340, 200, 'ms')), 'Longest pause 340 ms, above 200 ms');
  equal(describeEvidence(evidence('Threads', 12, null, 'count')), 'Threads 12');
});

test('most numbers are of one span, and of several the first is named', () => {
  const clock = (instant) => new Date(instant).toTimeString().slice(0, 8);
  const of = (from, to) => ({...evidence('Threads', 12, null, 'count'), from: at(from), to: at(to)});
  equal(usualSpan([of(0, 60), of(30, 60), of(30, 60)]), `${clock(at(30))} to ${clock(at(60))}`);
  equal(usualSpan([of(0, 60), of(30, 30)]), `${clock(at(0))} to ${clock(at(60))}`);
  equal(usualSpan([of(30, 30)]), `at ${clock(at(30))}`);
  equal(usualSpan([]), '');
});

test('what was looked at, and the part under load', () => {
  const clock = (instant) => new Date(instant).toTimeString().slice(0, 8);
  equal(describeLooked(diagnosisAnswer()), `Looked at the last 10 min, ${clock(at(0))} to ${clock(at(600))}: `
      + `under load for 3 min 30 s of it, ${clock(at(80))} to ${clock(at(290))}.`);
  equal(describeLooked({windowMillis: 60_000}), 'Looked at the last 1 min: no part of it was under load.');
  equal(describeCounts(diagnosisAnswer()), '10 rules: 3 found something, 5 found nothing, 2 cannot tell yet.');
});

test('a rule that cannot tell says what it lacks and how long to run', () => {
  equal(describeLack({reason: 'Too little load', runForSeconds: 100}), 'Too little load. Run it 1 min 40 s longer under load.');
  equal(describeLack({reason: 'No limit is known.', runForSeconds: null}), 'No limit is known.');
});

test('the next step leads to the page with its parameters', () => {
  equal(nextUrl({page: 'gc', parameters: {}}, SETTINGS), 'gc');
  equal(nextUrl({page: 'gc'}, SETTINGS), 'gc');
  equal(nextUrl({page: 'allocations', parameters: {from: at(0), route: 'GET /a&b'}}, SETTINGS), 'allocations?from=2026-11-28T23%3A10%3A00.000Z&route=GET+%2Fa%26b');
});

test('a function to look for is taken by its letters', () => {
  const search = (name) => new URL(nextUrl({page: 'allocations', parameters: {search: name}}, SETTINGS), 'http://x/').searchParams.get('search');
  equal(search('Csv.lambda$row$0'), 'Csv\\.lambda\\$row\\$0');
  equal(new RegExp(search('a(b)[c]{d}|e?*+^\\')).test('a(b)[c]{d}|e?*+^\\'), true);
});

test('a page that is not known is no address', () => {
  same(['nowhere', 'token', '__proto__', 'constructor', 'routes'].map((page) => nextUrl({page, parameters: {}}, SETTINGS)), [null, null, null, null, null]);
});

test('words that are not known do no harm', () => {
  equal(severityWord('constructor'), 'Nothing wrong');
  equal(confidenceWords('constructor'), '');
  equal(confidenceWords(undefined), '');
  equal(confidenceWords('low'), 'Confidence is low: take it as a hint');
});
