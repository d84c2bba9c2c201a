import { Figure } from './figure.js';
import { figureOf, worstOf } from '../model/waits.js';
import { formatCount, formatNanos, formatPerSecond, formatPercent, formatSeconds, orDash } from '../model/format.js';
import { valuesWithin } from '../model/time-window.js';

/** The row of figures on top of the latency, of the window the server sums up. */
export class LatencyFigures {
  #figures;

  /** @param {{signal: AbortSignal}} lifetime */
  constructor({signal}) {
    this.#figures = Object.fromEntries(['rate', 'requests-p99', 'stall-p99', 'start-p99', 'loop-p99', 'busiest']
        .map((name) => [name, new Figure(name, {signal, color: name === 'requests-p99' ? '2' : '1'})]));
  }

  /** @param {{latency: object, history: History, window: {from: number, to: number}}} shown */
  render({latency, history, window}) {
    const {requests, requestsUnavailableReason, stall, workers = [], eventLoops = [], windowMillis} = latency;
    const covered = coveredWindow(history, windowMillis);
    const span = `in the last ${formatSeconds((covered.to - covered.from) / 1000)}`;
    const values = (name) => valuesWithin(window, history.times, history.column(name));
    const unknown = requestsUnavailableReason ?? `no request ${span}`;
    const count = requests?.count ?? 0;
    this.#show('rate', count > 0 ? count * 1000 / (covered.to - covered.from) : null, (rate) => `${formatPerSecond(rate)}/s`,
        count > 0 ? `${formatCount(count)} ${span}` : unknown, values('requests.count'));
    this.#show('requests-p99', figureOf(requests, 'p99Nanos'), formatNanos,
        count > 0 ? `half of them at most ${formatNanos(requests.p50Nanos)}` : unknown, values('requests.p99Nanos'));
    this.#show('stall-p99', figureOf(stall, 'p99Nanos'), formatNanos,
        orDash(figureOf(stall, 'maxNanos'), (nanos) => `longest ${formatNanos(nanos)} ${span}`), values('stall.maxNanos'));
    this.#showWorst('start-p99', workers, ({startDelay}) => startDelay,
        workers.length > 0 ? 'no pool was busy' : 'no pool is watched');
    this.#showWorst('loop-p99', eventLoops, ({delay}) => delay, 'no event loop is here');
    const busiest = worstOf(workers, ({utilizationRatio}) => utilizationRatio);
    this.#show('busiest', busiest?.utilizationRatio, formatPercent,
        busiest ? `${busiest.name}, ${formatCount(busiest.active ?? 0)} active` : 'no pool is watched');
  }

  #showWorst(name, things, distributionOf, none) {
    const worst = worstOf(things, (thing) => figureOf(distributionOf(thing), 'p99Nanos'));
    this.#show(name, worst && distributionOf(worst).p99Nanos, formatNanos,
        worst ? `${worst.name}, longest ${formatNanos(distributionOf(worst).maxNanos)}` : none);
  }

  #show(name, value, format, note, values) {
    this.#figures[name].render({value: orDash(value, format), note, values});
  }
}

// Less than the window of the server while the application has not run for so long.
function coveredWindow({times}, windowMillis) {
  const to = times.at(-1) ?? 0;
  return {from: Math.max(to - windowMillis, (times[0] ?? -Infinity) - 1000), to};
}
