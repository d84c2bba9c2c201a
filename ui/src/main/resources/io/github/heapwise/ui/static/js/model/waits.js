import { formatClock, formatCount, formatNanos } from './format.js';

/** A figure of a distribution, `null` where nothing was measured. @param {object} [distribution] @param {string} name */
export function figureOf(distribution, name) {
  return distribution?.count > 0 ? distribution[name] : null;
}

/** The one of which a value is largest, `null` where it is known of none. */
export function worstOf(things, valueOf) {
  return things.reduce((worst, thing) => {
    const value = valueOf(thing) ?? null;
    return value !== null && (worst === null || value > valueOf(worst)) ? thing : worst;
  }, null);
}

/** Pauses as spans of time: epoch milliseconds. @param {object[]} events collections */
export function pauseSpans(events) {
  return events.filter(({pause}) => pause).map(({at, durationNanos}) => ({from: at, to: at + durationNanos / 1e6, durationNanos}));
}

/** The longest pause of an interval that ended at a time, in words; empty without one. */
export function describePauseAt(spans, time, intervalMillis) {
  const longest = worstOf(spans.filter(({from, to}) => to >= time - intervalMillis && from <= time), ({durationNanos}) => durationNanos);
  return longest === null ? '' : `GC pause ${formatNanos(longest.durationNanos)}`;
}

/** What blocked event loops and pinned virtual threads: stacks with a sentence. @param {object} latency as answered */
export function blockingStacks({workers = [], eventLoops = []}) {
  return [
    ...eventLoops.filter(({longest}) => longest).map(({name, longest}) => ({
      key: `loop ${name}`,
      title: `${name} was blocked for ${formatNanos(longest.durationNanos)} at ${clock(longest.time)}`,
      stack: longest.stack ?? [],
    })),
    ...workers.filter(({pinned}) => pinned?.count > 0).map(({name, pinned}) => ({
      key: `pinned ${name}`,
      title: `Virtual threads were pinned to their carrier ${times(pinned.count)}, the longest for `
          + `${formatNanos(pinned.longestNanos)} at ${clock(pinned.time)}`,
      stack: pinned.stack ?? [],
    })),
  ];
}

/** How many there are beyond those that are watched, in a sentence; empty where all are. @param {string} what one of them */
export function describeOmitted(count, what) {
  return count > 0 ? `${formatCount(count)} more ${what}${count === 1 ? ' is' : 's are'} not watched: there are too many.` : '';
}

function times(count) {
  return count === 1 ? 'once' : `${formatCount(count)} times`;
}

function clock(instant) {
  return formatClock(Date.parse(instant), true);
}
