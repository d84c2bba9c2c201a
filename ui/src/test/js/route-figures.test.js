import { close, equal, same, test } from './harness.js';
import { coveredSeconds, cpuPerRequest, gcShare, heaviestPerRequest, latencyOf, routeName, totalsOf } from '../../main/resources/io/github/heapwise/ui/static/js/model/route-figures.js';
import { routeAnswer, routesAnswer } from './answers.js';

test('a route is called as in an address, what is beyond the limit by itself', () => {
  equal(routeName({method: 'GET', route: '/orders/{id}'}), 'GET /orders/{id}');
  equal(routeName({method: 'UNKNOWN', route: '(other)'}), '(other)');
  equal(routeName({route: '/orders'}), '/orders');
});

test('the share of pauses is of the time of the requests', () => {
  close(gcShare(routeAnswer('GET', '/orders')), 0.1);
  equal(gcShare(routeAnswer('GET', '/orders', {gcPauseNanos: null})), null);
  equal(gcShare(routeAnswer('GET', '/orders', {requests: 0})), null);
  equal(gcShare({requests: 3}), null);
});

test('what was not measured is not known, rather than nothing', () => {
  equal(cpuPerRequest(routeAnswer('GET', '/orders')), 1_000_000);
  equal(cpuPerRequest(routeAnswer('GET', '/orders', {cpuNanos: null})), null);
  equal(latencyOf(routeAnswer('GET', '/orders'), 'p99Nanos'), 8_000_000);
  equal(latencyOf({latency: {count: 0, p99Nanos: 0}}, 'p99Nanos'), null);
});

test('all routes together are their sums, what is beyond the limit included', () => {
  const totals = totalsOf(routesAnswer({other: routeAnswer('UNKNOWN', '(other)', {requests: 90, bytes: 0})}));
  equal(totals.requests, 200);
  equal(totals.errors, 3);
  equal(totals.allocatedBytes, 25_000_000);
  equal(totals.bytesPerRequest, 125_000);
  close(totals.shareRatio, 0.6);
  equal(totals.cpuPerRequest, 1_000_000);
  close(totals.gcShare, 0.1);
  same(totals.requestsByInterval, [0, 3, 6]);
});

test('routes whose bytes are not known do not lower the mean of the others', () => {
  const totals = totalsOf(routesAnswer({routes: [routeAnswer('GET', '/a', {bytes: 1000}),
    routeAnswer('GET', '/b', {requests: 900, allocated: {mode: 'unavailable'}, cpuNanos: null})]}));
  equal(totals.bytesPerRequest, 1000);
  equal(totals.cpuPerRequest, 1_000_000);
  equal(totals.requests, 1000);
});

test('without routes nothing is known', () => {
  const totals = totalsOf(routesAnswer({routes: []}));
  equal(totals.requests, 0);
  equal(totals.bytesPerRequest, null);
  equal(totals.shareRatio, null);
  equal(totals.gcShare, null);
  same(totals.allocatedBytesByInterval, []);
});

test('intervals are added up from the latest one back', () => {
  const routes = [routeAnswer('GET', '/a', {requestsByInterval: [5]}), routeAnswer('GET', '/b', {requestsByInterval: [1, 2, 3]})];
  same(totalsOf({routes}).requestsByInterval, [1, 2, 8]);
});

test('the heaviest are those with the most bytes a request', () => {
  const answer = routesAnswer({routes: [routeAnswer('GET', '/a', {bytes: 1}), routeAnswer('GET', '/b', {bytes: 3}),
    routeAnswer('GET', '/c', {allocated: {mode: 'unavailable'}}), routeAnswer('GET', '/d', {bytes: 2})]});
  same(heaviestPerRequest(answer, 2).map(({route}) => route), ['/b', '/d']);
});

test('at the start less is covered than the window', () => {
  const covered = (from) => coveredSeconds({windowMillis: 300_000, time: '2023-11-14T22:13:20Z', from});
  equal(covered('2023-11-14T22:12:50Z'), 30);
  equal(covered('2023-11-14T22:00:00Z'), 300);
  equal(covered(undefined), 300);
});
