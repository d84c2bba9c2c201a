import { equal, ok, same, test } from './harness.js';
import { RouteTable, TopRoutes, describeMode } from '../../main/resources/io/github/heapwise/ui/static/js/pages/route-table.js';
import { element } from '../../main/resources/io/github/heapwise/ui/static/js/view/dom.js';
import { routeAnswer, routesAnswer } from './answers.js';

const HOSTILE = '<img src=x onerror="document.title=1">';

function table(answer) {
  const host = element('section', {'data-hw': 'routes'});
  document.body.replaceChildren(host);
  const made = new RouteTable(host, {hrefOf: (route) => `allocations?${new URLSearchParams({route})}`});
  made.render(answer);
  return {
    host,
    made,
    names: () => Array.from(host.querySelectorAll('tbody th'), ({textContent}) => textContent),
    cell: (row, title) => {
      const index = Array.from(host.querySelectorAll('thead th'), ({textContent}) => textContent).indexOf(title);
      return host.querySelectorAll('tbody tr')[row].children[index].textContent;
    },
    sort: (title) => Array.from(host.querySelectorAll('thead button')).find(({textContent}) => textContent === title).click(),
  };
}

test('a route shows what its requests cost', () => {
  const {cell} = table(routesAnswer());
  same(['per request', 'p99 bytes', 'total', 'share', 'requests', 'req/s', 'errors'].map((title) => cell(1, title)),
      ['50 kB', '100 kB', '5 MB', '20.0 %', '100', '0.33', '1']);
  same(['latency p50', 'latency p99', 'CPU', 'in GC', 'slowest in GC'].map((title) => cell(1, title)),
      ['2 ms', '8 ms', '1 ms', '10.0 %', '50.0 %']);
});

test('what is beyond the limit stays last, however it is sorted', () => {
  const {names, sort, host} = table(routesAnswer({other: routeAnswer('UNKNOWN', '(other)', {requests: 1e6})}));
  same(names(), ['GET /reports/{id}', 'GET /orders', '(other)']);
  sort('requests');
  same(names(), ['GET /orders', 'GET /reports/{id}', '(other)']);
  sort('requests');
  same(names(), ['GET /reports/{id}', 'GET /orders', '(other)']);
  equal(host.querySelector('[aria-sort]').getAttribute('aria-sort'), 'ascending');
  equal(host.querySelectorAll('tbody a').length, 2);
});

test('what is not known comes after what is, whichever way it is sorted', () => {
  const {names, sort} = table(routesAnswer({routes: [routeAnswer('GET', '/unknown', {slowestGcShareRatio: null}),
    routeAnswer('GET', '/known')]}));
  sort('slowest in GC');
  equal(names()[0], 'GET /known');
  sort('slowest in GC');
  equal(names()[0], 'GET /known');
});

test('a route leads to its flame graph and keeps the focus where it moves', () => {
  const {host, made} = table(routesAnswer());
  const link = () => host.querySelector('a[href$="orders"]');
  link().focus();
  made.render(routesAnswer({routes: [routeAnswer('GET', '/orders', {bytes: 9e9}), routeAnswer('GET', '/reports/{id}')]}));
  equal(document.activeElement, link());
  equal(new URL(link().href).searchParams.get('route'), 'GET /orders');
});

test('how the bytes are known is said in words', () => {
  equal(describeMode({mode: 'exact'}), 'exact');
  equal(describeMode({mode: 'sampled', errorRatio: 0.12, samples: 140}), 'sampled ± 12.0 %, 140 samples');
  equal(describeMode({mode: 'sampled', unavailableReason: '3 samples of 10.'}), 'withheld: 3 samples of 10.');
  equal(describeMode({mode: 'unavailable', unavailableReason: 'No counter.'}), 'unavailable: No counter.');
  equal(describeMode({}), 'unavailable');
});

test('what was withheld is a dash', () => {
  const {cell} = table(routesAnswer({routes: [routeAnswer('GET', '/a', {allocated: {mode: 'sampled', unavailableReason: 'Too few.'}})]}));
  same(['measured', 'per request', 'p99 bytes', 'total', 'share'].map((title) => cell(0, title)), ['withheld: Too few.', '–', '–', '–', '–']);
});

test('the line of a route is told in words', () => {
  const {host} = table(routesAnswer());
  equal(host.querySelectorAll('tbody tr')[1].querySelector('[role="img"]').getAttribute('aria-label'),
      'at most 100 kB in 10 s, latest 100 kB');
});

test('names of routes are text', () => {
  const {host, names} = table(routesAnswer({routes: [routeAnswer(HOSTILE, HOSTILE)]}));
  equal(host.querySelector('img'), null);
  equal(names()[0], `${HOSTILE} ${HOSTILE}`);
});

test('in short there is nothing to sort', () => {
  const host = element('section', {'data-hw': 'routes'});
  new TopRoutes(host, {hrefOf: () => '#', limit: 3}).render(routesAnswer().routes);
  equal(host.querySelector('button'), null);
  ok(host.textContent.includes('2 MB'), host.textContent);
});

test('the route that somebody came for is marked', () => {
  const host = element('section', {'data-hw': 'routes'});
  new RouteTable(host, {hrefOf: () => '#', asked: 'GET /orders'}).render(routesAnswer());
  same(Array.from(host.querySelectorAll('tr[aria-current="true"] th'), ({textContent}) => textContent), ['GET /orders']);
});
