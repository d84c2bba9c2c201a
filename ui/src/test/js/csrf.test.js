import { same, test } from './harness.js';
import { csrfHeaders } from '../../main/resources/io/github/heapwise/ui/static/js/api/csrf.js';

const PAGE = {tokenHeader: 'X-CSRF-TOKEN', token: 'masked'};

test('the token of the cookie becomes the header', () => {
  same(csrfHeaders('a=1; XSRF-TOKEN=ab%2Bcd; b=2'), [{'X-XSRF-TOKEN': 'ab+cd'}]);
  same(csrfHeaders('XSRF-TOKEN=x', {}), [{'X-XSRF-TOKEN': 'x'}]);
});

test('the token that came with the page becomes the header it is for', () => {
  same(csrfHeaders('', PAGE), [{'X-CSRF-TOKEN': 'masked'}]);
});

test('with both, each is one to try', () => {
  same(csrfHeaders('XSRF-TOKEN=x', PAGE), [{'X-XSRF-TOKEN': 'x'}, {'X-CSRF-TOKEN': 'masked'}]);
});

test('without a token there is no header', () => {
  same(csrfHeaders(''), [{}]);
  same(csrfHeaders('NOT-XSRF-TOKEN=x; XSRF-TOKEN='), [{}]);
});
