import { Figure } from './figure.js';
import { countPauses, pauseRatios } from '../model/gc-events.js';
import { describeTrend } from '../model/trend.js';
import { formatBinaryBytes, formatBytes, formatBytesPerSecond, formatNanos, formatPercent, formatRoundPercent, formatSeconds, orDash } from '../model/format.js';
import { meanOf, valuesWithin } from '../model/time-window.js';

const PARTS = 60;

/** The row of figures on top of the overview: each says what it can without the endpoints that are closed. */
export class OverviewFigures {
  #rate;
  #live;
  #pause;
  #pauseRatio;
  #resident;
  #cost;

  /** @param {{signal: AbortSignal}} lifetime */
  constructor({signal}) {
    this.#rate = new Figure('rate', {signal, color: '2'});
    this.#live = new Figure('live', {signal, color: '4'});
    this.#pause = new Figure('pause-time', {signal, color: '2'});
    this.#pauseRatio = new Figure('gc-time', {signal});
    this.#resident = new Figure('resident', {signal, color: '3'});
    this.#cost = new Figure('cost', {signal});
  }

  /** @param {{data: LiveData, profile: Profile|null, window: {from: number, to: number}}} shown */
  render({data, profile, window}) {
    const column = (name) => valuesWithin(window, data.history.times, data.history.column(name));
    const events = data.events.within(window);
    this.#rate.render(rate(column('allocatedBytesPerSecond'), profile, window));
    this.#live.render(liveSet(data, column('liveBytes')));
    this.#pause.render(pauses(data.gc?.summary, events));
    this.#pauseRatio.render(timeInPauses(data.gc?.summary, events, window));
    this.#resident.render(resident(data.memory?.process, column('residentBytes')));
    this.#cost.render(cost(data.memory?.overhead, profile?.meta));
  }
}

function rate(values, profile, {from, to}) {
  const mean = meanOf(values);
  if (mean !== null) {
    const seconds = Math.min((to - from) / 1000, values.length);
    return {value: formatBytesPerSecond(mean), note: `mean over ${formatSeconds(seconds)}`, values};
  }
  const {seconds = 0} = profile?.meta ?? {};
  return seconds > 0 ? {value: formatBytesPerSecond(profile.tree.total[0] / seconds), note: `mean over ${formatSeconds(seconds)}`}
    : {value: '–'};
}

function liveSet({gc, memory}, values) {
  const bytes = gc?.summary?.liveBytes ?? memory?.heap?.liveBytes ?? null;
  if (bytes === null) {
    return {value: '–', note: gc ? 'no collection yet' : ''};
  }
  const max = memory?.heap?.maxBytes;
  const share = max > 0 ? `${formatRoundPercent(bytes / max)} of max, ` : '';
  return {value: formatBinaryBytes(bytes), note: share + (gc ? describeTrend(gc.summary) : 'trend unknown'), values};
}

function pauses(summary, events) {
  if (!summary?.pauses) {
    return {value: '–', note: summary ? `no pause in ${formatSeconds(summary.windowMillis / 1000)}` : ''};
  }
  return {
    value: orDash(summary.p99Nanos, formatNanos),
    note: `longest ${orDash(summary.longestPauseNanos, formatNanos)} in ${formatSeconds(summary.windowMillis / 1000)}`,
    values: events.filter(({pause}) => pause).map(({durationNanos}) => durationNanos),
  };
}

function timeInPauses(summary, events, window) {
  if (!summary) {
    return {value: '–'};
  }
  return {
    value: orDash(summary.pauseRatio, formatPercent),
    note: `${countPauses(summary.pauses)} in the last ${formatSeconds(summary.windowMillis / 1000)}`,
    values: pauseRatios(events, window, PARTS),
  };
}

function resident(process, values) {
  if (!process) {
    return {value: '–'};
  }
  const {residentBytes, limitBytes, headroomBytes, unavailableReason} = process;
  const limit = limitBytes ? `of ${formatBinaryBytes(limitBytes)}` : 'no limit known';
  const headroom = orDash(headroomBytes, (bytes) => `${formatBinaryBytes(bytes)} left`);
  return {
    value: orDash(residentBytes, formatBinaryBytes),
    note: residentBytes == null ? unavailableReason ?? '' : `${limit}, ${headroom}`,
    values,
  };
}

function cost(overhead, meta) {
  if (overhead) {
    const {cpuRatio, heapBytes, allocatedBytesPerSecond} = overhead;
    return {
      value: orDash(cpuRatio, formatPercent),
      note: `of one core, ${orDash(heapBytes, formatBinaryBytes)} of heap, allocates ${orDash(allocatedBytesPerSecond, formatBytesPerSecond)}`,
    };
  }
  return meta ? {value: formatPercent(meta.recorder?.cpuRatio), note: `of one core; own ${formatBytes(meta.ownBytes)} left out`}
    : {value: '–'};
}
