import { Figure } from './figure.js';
import { formatBytes, formatCount, formatNanos, formatPercent, formatPerSecond, formatSeconds, orDash } from '../model/format.js';
import { coveredSeconds, totalsOf } from '../model/route-figures.js';

/** The row of figures on top of the routes: all of them together. */
export class RouteTotals {
  #figures;

  /** @param {{signal: AbortSignal}} lifetime */
  constructor({signal}) {
    this.#figures = Object.fromEntries(['requests', 'errors', 'per-request', 'allocated', 'cpu', 'gc-share']
        .map((name) => [name, new Figure(name, {signal, color: name === 'allocated' ? '2' : '1'})]));
  }

  /** @param {object} answer of the endpoint */
  render(answer) {
    const totals = totalsOf(answer);
    const {requests, errors} = totals;
    const span = `in the last ${formatSeconds(coveredSeconds(answer))}`;
    this.#show('requests', totals.requestsPerSecond, (rate) => `${formatPerSecond(rate)}/s`, `${formatCount(requests)} ${span}`,
        totals.requestsByInterval);
    this.#show('errors', requests > 0 ? errors / requests : null, formatPercent, `${formatCount(errors)} ${span}`);
    this.#show('per-request', totals.bytesPerRequest, formatBytes, 'allocated by a request on average');
    this.#show('allocated', totals.allocatedBytes, formatBytes,
        orDash(totals.shareRatio, (ratio) => `${formatPercent(ratio)} of what the process allocated ${span}`),
        totals.allocatedBytesByInterval);
    this.#show('cpu', totals.cpuPerRequest, formatNanos, 'CPU time of a request on average');
    this.#show('gc-share', totals.gcShare, formatPercent, `of the time of requests, the collector stopped them${unknown(answer)}`);
  }

  #show(name, value, format, note, values) {
    this.#figures[name].render({value: orDash(value, format), note, values});
  }
}

function unknown({gcUnknownRequests = 0}) {
  return gcUnknownRequests > 0 ? `; not known of ${formatCount(gcUnknownRequests)}` : '';
}
