import { OTHER, coveredSeconds, cpuPerRequest, gcShare, latencyOf, routeName } from '../model/route-figures.js';
import { RankingTable, shareCell } from '../view/ranking-table.js';
import { element } from '../view/dom.js';
import { formatBytes, formatCount, formatNanos, formatPercent, formatPerSecond, formatSeconds, orDash } from '../model/format.js';
import { trace } from '../view/trace.js';

const ROWS = 250;

const PER_REQUEST = numeric('per request', ({allocated}) => allocated?.meanBytes, formatBytes);
const TOTAL = numeric('total', ({allocated}) => allocated?.totalBytes, formatBytes);
const SHARE = {
  ...numeric('share', ({allocated}) => allocated?.shareRatio, formatPercent),
  cell: ({allocated}) => orDash(allocated?.shareRatio, (ratio) => shareCell(formatPercent(ratio), ratio, 'app')),
};
const RATE = numeric('req/s', ({requestsPerSecond}) => requestsPerSecond, formatPerSecond);
const SLOW = numeric('latency p99', (route) => latencyOf(route, 'p99Nanos'), formatNanos);

/** What every route costs; what is beyond the limit comes last, however it is sorted. */
export class RouteTable {
  #table;
  #intervalSeconds = 10;

  /** @param {{hrefOf: (route: string) => string, asked?: string|null}} options `asked` is the route somebody came for */
  constructor(host, {hrefOf, asked = null}) {
    this.#table = new RankingTable(host, {
      title: 'Routes',
      note: 'bytes allocated, not held',
      empty: 'No request yet.',
      limit: ROWS,
      sortedBy: 'total',
      isLast: ({route}) => route === OTHER,
      isCurrent: (route) => routeName(route) === asked,
      columns: [
        nameColumn(hrefOf),
        {title: 'measured', text: true, cell: ({allocated}) => describeMode(allocated)},
        PER_REQUEST,
        numeric('p99 bytes', ({allocated}) => allocated?.p99Bytes, formatBytes),
        TOTAL,
        SHARE,
        {title: 'over time', cell: ({allocatedBytesByInterval}) => orDash(allocatedBytesByInterval, (values) => this.#trace(values))},
        numeric('requests', ({requests}) => requests, formatCount),
        RATE,
        numeric('errors', ({errors}) => errors, formatCount),
        numeric('latency p50', (route) => latencyOf(route, 'p50Nanos'), formatNanos),
        SLOW,
        numeric('CPU', cpuPerRequest, formatNanos),
        numeric('in GC', gcShare, formatPercent),
        numeric('slowest in GC', ({slowestGcShareRatio}) => slowestGcShareRatio, formatPercent),
      ],
    });
  }

  /** @param {object} answer of the endpoint */
  render(answer) {
    const {routes, other, intervalMillis} = answer;
    this.#intervalSeconds = intervalMillis / 1000;
    this.#table.render(other ? [...routes, other] : routes, `Routes of the last ${formatSeconds(coveredSeconds(answer))}`);
  }

  #trace(values) {
    const most = Math.max(0, ...values);
    return trace(values, `at most ${formatBytes(most)} in ${formatSeconds(this.#intervalSeconds)}, latest ${formatBytes(values.at(-1) ?? 0)}`);
  }
}

/** The routes that allocate most per request, in short. */
export class TopRoutes {
  #table;

  /** @param {{hrefOf: (route: string) => string, limit: number}} options */
  constructor(host, {hrefOf, limit}) {
    this.#table = new RankingTable(host, {
      title: 'Routes',
      note: 'by bytes allocated per request',
      empty: 'No request yet, or none whose bytes are known.',
      limit,
      columns: [nameColumn(hrefOf), ...[PER_REQUEST, TOTAL, SHARE, RATE, SLOW].map(unsorted)],
    });
  }

  /** @param {object[]} routes in their order */
  render(routes) {
    this.#table.render(routes);
  }
}

/** How the bytes are known, so that it can be read: `exact`, `± 12 % of 40 samples`, or why they are not. */
export function describeMode({mode, errorRatio, samples, unavailableReason} = {}) {
  if (unavailableReason) {
    return `${mode === 'sampled' ? 'withheld' : 'unavailable'}: ${unavailableReason}`;
  }
  if (mode !== 'sampled') {
    return mode ?? 'unavailable';
  }
  return `sampled${errorRatio > 0 ? ` ± ${formatPercent(errorRatio)}` : ''}${samples > 0 ? `, ${formatCount(samples)} samples` : ''}`;
}

function nameColumn(hrefOf) {
  return {title: 'Route', text: true, cell: (route) => nameCell(route, hrefOf)};
}

function nameCell({method, route}, hrefOf) {
  const name = routeName({method, route});
  if (route === OTHER) {
    return element('span', {class: 'hw-table__name', title: 'what is beyond the limit of routes'}, route);
  }
  return element('a', {class: 'hw-table__name', title: `${name}: where its requests allocate`, href: hrefOf(name)},
      element('span', {class: 'hw-table__method'}, method), ' ', route);
}

function numeric(title, value, format) {
  return {title, cell: (row) => orDash(value(row), format), value};
}

function unsorted({title, cell}) {
  return {title, cell};
}
