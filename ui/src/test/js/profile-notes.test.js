import { equal, same, test } from './harness.js';
import { describeRecording, profileNotes, yourCodeNote } from '../../main/resources/io/github/heapwise/ui/static/js/model/profile-notes.js';

test('nothing to say is no note', () => {
  same(profileNotes({}), []);
  same(profileNotes({sampling: 'all', scaled: true, unscaledReason: null,
    objectsUnavailableReason: null, truncatedAdvice: null, notSampledBytes: 0,
    droppedSamples: 0, prunedNodes: 0, ownBytes: 0, samples: 0, errorRatio: 0}), []);
});

test('every estimate and omission is said', () => {
  same(profileNotes({samples: 1500, errorRatio: 0.026, sampling: 'mixed', scaled: false, unscaledReason: 'No counter here.',
    objectsUnavailableReason: 'Sizes are not known here.', truncatedAdvice: 'Raise the depth.', notSampledBytes: 1e6, droppedSamples: 2, prunedNodes: 30, min: 0.0001, ownBytes: 5e6}), [
    'Estimated from 1,500 samples: about 2.6 % of the bytes may stand at another frame.',
    'The way of sampling changed during this range, to keep the cost of recording down.',
    'No counter here.',
    'Sizes are not known here.',
    'Raise the depth.',
    '1 MB were allocated by threads without a sample: shown as (not sampled), given to nobody.',
    '2 samples were dropped, because the tree was full.',
    '30 frames below 0.01 % are merged into (other); zoom in to see them.',
    '5 MB that Heapwise itself allocated are left out.']);
});

test('the two shares of the application are told apart', () => {
  equal(yourCodeNote(0, 0.179), 'Your code called new itself for 0 % of all. With what libraries and the JDK allocated when it '
      + 'called them, it stands for 17.9 %: that is what the table of your code lists.');
});

test('what costs less than every event is said, however much less', () => {
  for (const sampling of ['sliced', 'all-sliced']) {
    same(profileNotes({sampling}), ['Stacks were taken in slices of time to keep the cost of recording down.']);
  }
});

test('a recording in one line', () => {
  const tree = {total: [30.9e9]};
  const recorder = {state: 'recording', sampling: 'sliced', retainedFrom: '2026-01-02T09:00:00Z', nodes: 1500, maxNodes: 200_000};
  equal(describeRecording({tree, meta: {samples: 2690, errorRatio: 0.019, recorder}}, Date.UTC(2026, 0, 2, 9, 10)),
      '30.9 GB ± 1.9 % allocated, 2,690 samples · in slices of time · 10 min kept, 1,500 of 200,000 nodes');
  equal(describeRecording({tree: {total: [0]}, meta: {recorder: {state: 'unavailable', reason: 'No Flight Recorder.'}}}),
      '0 B allocated, 0 samples · No Flight Recorder.');
});

test('of a route it is requests that had no sample', () => {
  same(profileNotes({notSampledBytes: 1e6, route: {route: '/orders', requests: 3}}),
      ['1 MB were allocated by requests without a sample: shown as (not sampled), given to nobody.']);
});
