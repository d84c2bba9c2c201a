import { Figure } from './figure.js';
import { formatBinaryBytes, formatBytes, formatBytesPerSecond, formatCount, orDash } from '../model/format.js';
import { valuesWithin } from '../model/time-window.js';

/** The row of figures on top of the live memory. */
export class MemoryFigures {
  #figures;

  /** @param {{signal: AbortSignal}} lifetime */
  constructor({signal}) {
    const figure = (name, color) => new Figure(name, {signal, color});
    this.#figures = {
      resident: figure('resident', '2'),
      used: figure('used', '1'),
      rate: figure('rate', '2'),
      direct: figure('direct', '3'),
      threads: figure('threads', '4'),
      classCount: figure('class-count', '1'),
    };
  }

  /** @param {{memory: object|null, history: History, window: {from: number, to: number}}} shown */
  render({memory, history, window}) {
    const {heap = {}, process = {}, summary = {}, buffers = [], threads = {}, classes = {}} = memory ?? {};
    const show = (figure, value, note, column) => figure.render({
      value,
      note: memory === null ? '' : note,
      values: column ? valuesWithin(window, history.times, history.column(column)) : [],
    });
    const now = (column, otherwise) => history.latest(column) ?? otherwise;
    const {resident, used, rate, direct, threads: threadCount, classCount} = this.#figures;
    show(resident, orDash(now('residentBytes', process.residentBytes), formatBinaryBytes), describeLimit(process), 'residentBytes');
    show(used, orDash(now('heapUsedBytes', heap.usedBytes), formatBinaryBytes), describeHeap(heap), 'heapUsedBytes');
    show(rate, orDash(now('allocatedBytesPerSecond', heap.allocatedBytesPerSecond), formatBytesPerSecond), describeAllocated(heap),
        'allocatedBytesPerSecond');
    show(direct, orDash(now('directBufferBytes', summary.directBufferBytes), formatBinaryBytes), describeBuffers(buffers),
        'directBufferBytes');
    show(threadCount, orDash(now('threads', threads.live), formatCount), describeThreads(threads), 'threads');
    show(classCount, orDash(classes.loaded, formatCount), orDash(classes.unloaded, (count) => `${formatCount(count)} unloaded`));
  }
}

function describeLimit({limitBytes, headroomBytes, residentBytes, unavailableReason}) {
  if (residentBytes === null || residentBytes === undefined) {
    return unavailableReason ?? '';
  }
  return `of ${orDash(limitBytes, formatBinaryBytes)}, ${orDash(headroomBytes, formatBinaryBytes)} left`;
}

function describeHeap({committedBytes, maxBytes, liveBytes}) {
  const live = liveBytes === null || liveBytes === undefined ? 'no collection yet' : `${formatBinaryBytes(liveBytes)} live`;
  return `of ${orDash(committedBytes, formatBinaryBytes)}, max ${orDash(maxBytes, formatBinaryBytes)}; ${live}`;
}

function describeAllocated({allocatedBytes, unavailableReason}) {
  return allocatedBytes === null || allocatedBytes === undefined ? unavailableReason ?? ''
    : `${formatBytes(allocatedBytes)} since the start`;
}

function describeBuffers(buffers) {
  const direct = buffers.find(({name}) => name === 'direct');
  return direct ? `in ${formatCount(direct.count)} buffers` : '';
}

function describeThreads({daemon, peak}) {
  return `${orDash(daemon, formatCount)} daemons, at most ${orDash(peak, formatCount)}`;
}
