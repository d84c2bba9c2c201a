import { equal, ok, same, test } from './harness.js';
import { describeSeries, drawable, drawnWindow } from '../../main/resources/io/github/heapwise/ui/static/js/model/evidence-series.js';
import { at, diagnosisAnswer, evidence } from './diagnosis-answers.js';

const SERIES = {times: [1000, 2000, 3000, 4000], values: [1, 5, 3, 7]};

test('a series is drawn against the threshold of its number', () => {
  const {threshold, above, unit} = drawable(evidence('Pauses', 7, 4, 'ms', {series: SERIES}));
  same({threshold, above, unit}, {threshold: 4, above: true, unit: 'ms'});
});

test('where little is too little, less passes the threshold', () => {
  equal(drawable(evidence('Free', 1, 4, 'ratio', {series: SERIES})).above, false);
});

test('a series of another quantity has its own unit and threshold', () => {
  const drawn = drawable(evidence('Time in pauses', 0.1, 0.05, 'ratio', {series: {...SERIES, unit: 'ms'}}));
  same([drawn.unit, drawn.threshold], ['ms', null]);
  same(drawable(evidence('Live', 0.9, 0.8, 'ratio', {series: {...SERIES, unit: 'bytes', threshold: 6}})).threshold, 6);
});

test('what cannot be drawn is not', () => {
  same([null, undefined, {times: [], values: []}, {times: [1, 2], values: [1]}, {times: [1]}]
      .map((series) => drawable(evidence('x', 1, 1, 'ms', {series}))), [null, null, null, null, null]);
});

test('a series is told in words', () => {
  const about = evidence('Pauses', 7, 4, 'ms', {series: SERIES});
  ok(/^Pauses, .*: at most 7 ms, above the threshold of 4 ms in 50\.0 % of the measurements$/.test(describeSeries(about, drawable(about))),
      describeSeries(about, drawable(about)));
  const free = evidence('Free', 1, null, 'ms', {series: SERIES});
  ok(describeSeries(free, drawable(free)).endsWith(': at most 7 ms'), describeSeries(free, drawable(free)));
});

test('what is drawn is all that was measured, with some room, within what was looked at', () => {
  const time = (seconds) => Date.parse(at(seconds));
  same(drawnWindow(evidence('x', 1, 1, 'ms'), [time(60), time(300)], diagnosisAnswer()), {from: time(40.8), to: time(319.2)});
  same(drawnWindow({from: at(0), to: at(600)}, [time(0), time(610)], diagnosisAnswer()), {from: time(0), to: time(610)});
});
