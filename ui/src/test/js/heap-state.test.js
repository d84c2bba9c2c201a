import { equal, same, test } from './harness.js';
import { changeHeapState, defaultHeapState, formatHeapState, heapViews, isClassNode, parseHeapState, tableParameters } from '../../main/resources/io/github/heapwise/ui/static/js/model/heap-state.js';

test('an address and a state are the same', () => {
  const state = {id: '20261128-1', view: 'classes', node: 'class-12', sort: '-name', page: 7, filter: 'Hash Map&', with: 'b'};
  same(parseHeapState(formatHeapState(state)), state);
  equal(formatHeapState({...defaultHeapState(), id: 'a'}), '?id=a');
});

test('what an address says wrongly is left at its default', () => {
  same(parseHeapState('?view=nothing&node=0xZZ&sort=a%20b&page=-1&page=2'), defaultHeapState());
  same(parseHeapState('?page=1e9&node=javascript:alert(1)'), defaultHeapState());
  equal(parseHeapState(`?filter=${'x'.repeat(999)}`).filter.length, 200);
});

test('every view has an address', () => {
  same(heapViews.map(({id}) => parseHeapState(`?view=${id}`).view), heapViews.map(({id}) => id));
});

test('another view or object begins at its first page, the heap dump stays', () => {
  const state = {id: 'a', view: 'classes', node: null, sort: 'name', page: 3, filter: 'x', with: 'b'};
  same(changeHeapState(state, {page: 4}), {...state, page: 4});
  same(changeHeapState(state, {view: 'threads'}), {...defaultHeapState(), id: 'a', view: 'threads', with: 'b'});
  same(changeHeapState({...state, view: 'object', node: '0x1'}, {node: '0x2'}), {...defaultHeapState(), id: 'a', view: 'object', node: '0x2', with: 'b'});
  equal(changeHeapState(state, {view: 'classes'}).page, 3);
});

test('the endpoint is told what is not as usual', () => {
  equal(String(tableParameters({sort: null, page: 1, filter: ''}, {node: null})), '');
  equal(String(tableParameters({sort: '-name', page: 2, filter: 'a b'}, {node: '0x1', size: 10})), 'node=0x1&size=10&sort=-name&filter=a+b&page=2');
});

test('all instances of a class are told from an object', () => {
  same(['class-1', '0xc1a55'].map(isClassNode), [true, false]);
});
