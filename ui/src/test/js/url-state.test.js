import { equal, same, test } from './harness.js';
import { defaultState, formatState, parseState, profileParameters } from '../../main/resources/io/github/heapwise/ui/static/js/model/url-state.js';

test('the default state needs no query', () => {
  equal(formatState(defaultState()), '');
  same(parseState(''), defaultState());
});

test('every part of the state survives the address', () => {
  const state = {...defaultState(), range: '15m', view: 'callers', zoom: '0123456789abcdef', selected: 'fedcba9876543210',
    search: 'a|b&c=ü+ %', hiddenCategories: new Set([1, 3]), hiddenFrames: new Set(['x.Y.z (lambda)', 'p&q']),
    focus: 'com.acme.A.a', fold: false, unit: 'objects', type: 'byte[]', thread: 'http-nio-8080-exec-1',
    route: 'GET /orders/{id}'};
  same(parseState(formatState(state)), state);
});

test('a fixed range survives the address', () => {
  const state = {...defaultState(), range: 'fixed', from: '2026-01-01T10:00:00Z', to: '2026-01-01T10:05:00.250Z'};
  same(parseState(formatState(state)), state);
});

test('a route may be typed as people do', () => {
  equal(parseState('?route=GET%20/orders/{id}').route, 'GET /orders/{id}');
});

test('what an address does not mean is the default', () => {
  same(parseState('?range=17y&view=pie&zoom=xyz&selected=&hide=foo,,&unit=stones&fold=maybe&constructor=1'), defaultState());
  same(parseState('?range=toString'), defaultState());
  same(parseState('?from=2026-01-01T10:05:00Z&to=2026-01-01T10:00:00Z'), defaultState());
  same(parseState('?from=javascript:alert(1)&to=x'), defaultState());
});

test('the server is asked only what it has to know', () => {
  const ask = (change) => profileParameters({...defaultState(), ...change}).toString();
  equal(ask({}), 'from=-300s');
  equal(ask({range: 'all', search: 'x', zoom: '0123456789abcdef'}), '');
  equal(ask({range: '1m', unit: 'objects', type: 'byte[]', thread: 'a b'}), 'from=-60s&value=objects&type=byte%5B%5D&thread=a+b');
  equal(ask({route: 'GET /orders/{id}'}), 'from=-300s&route=GET+%2Forders%2F%7Bid%7D');
  equal(ask({range: 'fixed', from: '2026-01-01T10:00:00Z', to: '2026-01-01T10:05:00Z'}),
      'from=2026-01-01T10%3A00%3A00Z&to=2026-01-01T10%3A05%3A00Z');
});
