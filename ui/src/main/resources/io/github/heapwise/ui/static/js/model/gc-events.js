import { Gaps } from './gaps.js';
import { formatCount } from './format.js';

/** Kinds of collections, in the order they are listed. */
export const collectionKinds = Object.freeze(['young', 'mixed', 'full', 'concurrent', 'other']);

/** Kinds that can be a pause: a concurrent cycle runs beside the application. */
export const pauseKinds = Object.freeze(collectionKinds.filter((kind) => kind !== 'concurrent'));

const MAX_EVENTS = 1000;

/**
 * The collections of the last minutes, oldest first, each with `at`, its time in epoch milliseconds. Bounded,
 * whatever the server sends.
 */
export class GcEvents {
  #events = [];
  #gaps = new Gaps();

  get all() {
    return this.#events;
  }

  /** The one with the highest number, which need not be the last one in time; `undefined` without any. */
  get latest() {
    return this.#events.reduce((latest, event) => latest?.sequence > event.sequence ? latest : event, undefined);
  }

  /** Events that were gone before they could be read, while there are earlier ones. */
  get missed() {
    return this.#gaps.missed;
  }

  /** @param {{events: object[], missed: number}} answer */
  add({events, missed = 0}) {
    const last = this.latest?.sequence ?? -1;
    const added = events.filter(({sequence}) => sequence > last).map((event) => ({
      ...event,
      kind: collectionKinds.includes(event.kind) ? event.kind : 'other',
      at: Date.parse(event.time),
    }));
    if (added.length > 0) {
      this.#gaps.add(missed, added[0].sequence);
      this.#keep(this.#events.concat(added));
    }
  }

  clear() {
    this.#events = [];
    this.#gaps.clear();
  }

  // Flight Recorder tells of a collection late, and clocks step back: time is no measure of what is new.
  #keep(events) {
    const kept = events.sort((a, b) => a.sequence - b.sequence).slice(-MAX_EVENTS);
    this.#gaps.trim(kept[0].sequence);
    this.#events = kept.sort((a, b) => a.at - b.at);
  }

  /** @param {{from: number, to: number}} window */
  within({from, to}) {
    return this.#events.filter(({at}) => at >= from && at <= to);
  }
}

/** How many pauses: `1 pause`, `1,204 pauses`. */
export function countPauses(count) {
  return `${formatCount(count)} ${count === 1 ? 'pause' : 'pauses'}`;
}

/** The percentile of the pauses in the server's window, `null` if there was none. @param {object} [summary] */
export function p99Of(summary) {
  return summary?.pauses > 0 ? summary.p99Nanos : null;
}

/** How many there are of each kind: `23 young, 1 mixed`. */
export function countKinds(events) {
  const counts = collectionKinds.map((kind) => [events.filter((event) => event.kind === kind).length, kind]);
  return counts.filter(([count]) => count > 0).map(([count, kind]) => `${count} ${kind}`).join(', ');
}

/** Pauses as columns: times, then the nanoseconds of each of the {@link pauseKinds}, `null` where another one paused. */
export function pauseColumns(events) {
  const pauses = events.filter(({pause}) => pause);
  return [pauses.map(({at}) => at),
    ...pauseKinds.map((kind) => pauses.map((event) => event.kind === kind ? event.durationNanos : null))];
}

/**
 * The heap at each collection as columns: times, bytes before, bytes after. Other pauses, as Remark of G1, collect
 * nothing young: what is in use after them is no floor.
 */
export function heapColumns(events) {
  const known = events.filter(({kind, heapBeforeBytes, heapAfterBytes}) => kind !== 'other'
    && isNumber(heapBeforeBytes) && isNumber(heapAfterBytes));
  return [known.map(({at}) => at), known.map(({heapBeforeBytes}) => heapBeforeBytes),
    known.map(({heapAfterBytes}) => heapAfterBytes)];
}

/** Share of the time in pauses, for each of so many equal parts of a window. */
export function pauseRatios(events, {from, to}, parts) {
  const ratios = new Array(parts).fill(0);
  const millis = Math.max(1, to - from) / parts;
  for (const {at, pause, durationNanos} of events) {
    const index = Math.floor((at - from) / millis);
    if (pause && index >= 0 && index < parts) {
      ratios[index] += durationNanos / 1e6 / millis;
    }
  }
  return ratios;
}

function isNumber(value) {
  return typeof value === 'number';
}
