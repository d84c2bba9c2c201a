import { formatBinaryBytes, formatMoment, formatNanos, formatRoundPercent, formatSeconds } from './format.js';

const UNDER_WAY = ['queued', 'dumping', 'indexing'];

const TRIGGERS = new Map([
  ['http', {name: 'HTTP', text: 'The button of this page, or a POST to the endpoint'}],
  ['api', {name: 'code', text: 'Code of the application, by the bean HeapDumps'}],
  ['threshold', {name: 'threshold', text: 'Memory above a limit'}],
  ['schedule', {name: 'schedule', text: 'The clock'}],
  ['signal', {name: 'signal', text: 'A signal of the operating system'}],
  ['out-of-memory', {name: 'out of memory', text: 'The JVM itself, when it runs out of memory: listed after the next start'}],
]);

/** Whether a heap dump is being made. */
export function isUnderWay({state}) {
  return UNDER_WAY.includes(state);
}

/** Whether it may be for a heap dump that the application does not answer. */
export function stopsTheApplication({state}) {
  return state === 'queued' || state === 'dumping';
}

/** @param {string} id of what asked for a heap dump @returns {{name: string, text: string}} it in words */
export function triggerOf(id) {
  return TRIGGERS.get(id) ?? {name: id, text: id};
}

/** `2 of at most 5 kept, 180 MiB of 20 GiB, for 7 d` */
export function describeStore({dumps, bytes, maxDumps, maxBytes, maxAgeMillis}) {
  return `${dumps} of at most ${maxDumps} kept, ${formatBinaryBytes(bytes)} of ${formatBinaryBytes(maxBytes)}, `
      + `for ${formatSeconds(maxAgeMillis / 1000)}`;
}

/** What a heap dump would cost. @returns {{pause: string, disk: string, basis: string}} */
export function describeEstimate({pauseMillis, diskBytes, calibrated}) {
  return {
    pause: `about ${formatMillis(pauseMillis)}`,
    disk: `up to ${formatBinaryBytes(diskBytes)}`,
    basis: calibrated ? 'from earlier heap dumps on this machine' : 'from the size of the heap alone: no earlier heap dump to go by',
  };
}

/** Epoch milliseconds: when the application was stopped for a heap dump, before that when it was asked for. */
export function momentOf({time, requestedAt}) {
  return Date.parse(time ?? requestedAt);
}

/** `2026-11-28 09:41:30`, which is how a heap dump is called where there is no row of it. */
export function nameOf(dump) {
  return formatMoment(momentOf(dump));
}

/** How far a heap dump is, shortly: `40 %` belongs to what is measured only. */
export function describeState({state, progressRatio, analysis}) {
  if (state === 'ready' && analysis?.state === 'running') {
    return `analysing, ${formatRoundPercent(analysis.progressRatio)}`;
  }
  return state === 'dumping' || state === 'indexing' ? `${state}, ${formatRoundPercent(progressRatio)}` : state;
}

/** Whether the file is there; what is in it is another question. */
export function isComplete({state}) {
  return state === 'indexing' || state === 'ready';
}

/** Whether what is in a heap dump can be looked at. */
export function isAnalysed({analysis}) {
  return analysis?.state === 'done';
}

/** Whether it will be so without anybody doing anything. */
export function isBeingAnalysed({state, analysis}) {
  return isUnderWay({state}) || ['queued', 'running'].includes(analysis?.state);
}

/** The last heap dump before another. @param {object} dump @param {object[]} others @returns {object|undefined} */
export function earlierThan(dump, others) {
  return others.filter((other) => momentOf(other) < momentOf(dump)).toSorted((a, b) => momentOf(b) - momentOf(a))[0];
}

/** `2026-11-28 09:41:30, 5 min earlier, 'before the fix'` */
export function describeAnalysed(other, dump) {
  const seconds = (momentOf(dump) - momentOf(other)) / 1000;
  const {reason} = other;
  return `${nameOf(other)}, ${formatSeconds(Math.abs(seconds))} ${seconds < 0 ? 'later' : 'earlier'}${reason ? `, '${reason}'` : ''}`;
}

/** Why there is nothing to look at in a heap dump yet. @returns {{title: string, text: string, progressRatio: number|null}} */
export function describeAnalysis({state, progressRatio, failure, analysis = {}}) {
  if (state === 'failed') {
    return {title: 'There is no heap dump', text: failure ?? '', progressRatio: null};
  }
  if (stopsTheApplication({state})) {
    return {title: 'The heap dump is being written', text: 'The application stands still for most of that.', progressRatio};
  }
  switch (analysis.state) {
    case 'queued':
      return {title: 'It is going to be analysed', text: 'Another heap dump comes first.', progressRatio: 0};
    case 'running':
      return {title: 'It is being analysed', text: analysis.reason ?? 'In a process of its own, of the lowest priority. This page shows it when it is done.',
        progressRatio: analysis.progressRatio ?? 0};
    case 'refused':
      return {title: 'It is not analysed here', text: analysis.reason ?? '', progressRatio: null};
    case 'failed':
      return {title: 'It could not be analysed', text: analysis.reason ?? '', progressRatio: null};
    default:
      return {title: 'It has not been analysed yet', text: analysis.reason
        ?? 'An analysis takes about 12 seconds of a processor for each gigabyte, in a process of its own, of the lowest priority.', progressRatio: null};
  }
}

/** What became of a heap dump, in a sentence. @param {object|undefined} dump `undefined` where it is gone */
export function describeOutcome(dump) {
  switch (dump?.state) {
    case undefined:
      return 'The heap dump is gone: it was deleted.';
    case 'queued':
      return 'The heap dump waits until it is its turn.';
    case 'dumping':
      return 'The heap dump is being written. The application stands still for most of that.';
    case 'indexing':
      return 'The heap dump is written, and being analysed.';
    case 'failed':
      return `There is no heap dump. ${dump.failure ?? ''}`.trimEnd();
    default:
      return `The heap dump is ready: ${formatBinaryBytes(dump.sizeBytes)}${isKnown(dump.pauseMillis)
        ? `, for which the application stood still for ${formatMillis(dump.pauseMillis)}.` : '.'}`;
  }
}

/** What is known of a heap dump besides what its row shows: labels and texts; what is not known is left out. */
export function factsOf(dump) {
  const {heap, flags, estimate} = dump;
  return [
    ['Asked for', formatMoment(Date.parse(dump.requestedAt))],
    ['By', triggerOf(dump.trigger).text],
    ['Objects', dump.live ? 'those that are reachable; garbage was collected first' : 'all that were in the heap, garbage included'],
    ['Expected', estimate ? `a pause of ${describeEstimate(estimate).pause}, ${describeEstimate(estimate).disk} of disk` : null],
    ['Heap in use', bytes(heap?.usedBytes)],
    ['Heap size', bytes(heap?.committedBytes)],
    ['Heap at most', bytes(heap?.maxBytes)],
    ['File', typeof dump.redacted === 'boolean' ? describeFile(dump) : null],
    ['Application', dump.application],
    ['Host', dump.host],
    ['JVM', dump.jvm],
    ['JVM flags', Object.entries(flags ?? {}).map(([name, value]) => `${name}=${value}`).join(', ')],
    ['Copy elsewhere', dump.copyFailure],
    ['Analysis', dump.analysis?.reason],
  ].filter(([, text]) => text);
}

/** Milliseconds as a duration. */
export function formatMillis(millis) {
  return millis >= 60_000 ? formatSeconds(millis / 1000) : formatNanos(millis * 1e6);
}

function describeFile({redacted}) {
  return redacted ? 'holds no values: they were taken out when it was written'
    : 'holds values; they are taken out of what is downloaded';
}

function bytes(value) {
  return isKnown(value) ? formatBinaryBytes(value) : null;
}

function isKnown(value) {
  return typeof value === 'number' && value >= 0;
}
