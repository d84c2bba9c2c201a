import { same, test } from './harness.js';
import { emptiness } from '../../main/resources/io/github/heapwise/ui/static/js/pages/problems.js';
import { emptyTree } from '../../main/resources/io/github/heapwise/ui/static/js/model/profile.js';
import { treeOf } from './trees.js';

function title(meta) {
  return emptiness({meta, tree: emptyTree()}).title;
}

test('a profile with something in it is not empty', () => {
  same(emptiness({meta: {recorder: {state: 'unavailable'}}, tree: treeOf('com.acme.A.a;byte[] 1')}), null);
});

test('an empty profile says why', () => {
  same(emptiness({meta: {recorder: {state: 'unavailable', reason: 'No Flight Recorder.'}}, tree: emptyTree()}),
      {title: 'Allocations are not recorded', text: 'No Flight Recorder.'});
  same(emptiness({meta: {unit: 'objects', objectsUnavailableReason: 'Sizes are not known here.'}, tree: emptyTree()}),
      {title: 'Objects cannot be counted', text: 'Sizes are not known here.'});
  same(title({filter: {thread: 'main'}}), 'Nothing in this range passes the filters');
  same(title({timeline: {starts: [0]}}), 'Nothing was allocated in this range');
  same(title({recorder: {state: 'starting'}}), 'No samples yet');
});

test('an empty profile of bytes does not blame it on the objects', () => {
  same(title({unit: 'bytes', objectsUnavailableReason: 'Sizes are not known here.', timeline: {starts: [0]}}),
      'Nothing was allocated in this range');
});
