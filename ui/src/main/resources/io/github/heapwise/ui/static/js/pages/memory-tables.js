import { RankingTable, nameCell, shareCell } from '../view/ranking-table.js';
import { element, part } from '../view/dom.js';
import { formatBinaryBytes, formatBytesPerSecond, formatCount, formatPercent, orDash } from '../model/format.js';

const SOURCES = Object.freeze({
  'cgroup-v2': 'the control group (v2)',
  'cgroup-v1': 'the control group (v1)',
  host: 'the memory of the machine',
});

/** Pools, buffers, native memory, limits: what the process holds, piece by piece. */
export class MemoryTables {
  #pools = new RankingTable(part('pools'), {
    title: 'Pools',
    note: 'used and committed now, peak since the start',
    empty: 'This JVM names no pools.',
    limit: 50,
    columns: [
      {title: 'Pool', text: true, cell: ({name}) => nameCell(name)},
      {title: 'role', text: true, cell: ({kind, role}) => `${role}, ${kind}`},
      {title: 'used', cell: ({usedBytes, maxBytes, committedBytes}) =>
        sizeCell(usedBytes, usedBytes / (maxBytes ?? committedBytes))},
      {title: 'committed', cell: ({committedBytes}) => size(committedBytes)},
      {title: 'max', minor: true, cell: ({maxBytes}) => size(maxBytes)},
      {title: 'peak', minor: true, cell: ({peakUsedBytes}) => size(peakUsedBytes)},
      {title: 'after collection', minor: true, cell: ({usedAfterCollectionBytes}) => size(usedAfterCollectionBytes)},
    ],
  });
  #buffers = new RankingTable(part('buffers'), {
    title: 'Buffers',
    note: 'outside the heap',
    empty: 'This JVM counts no buffers.',
    limit: 20,
    columns: [
      {title: 'Buffers', text: true, cell: ({name}) => nameCell(name)},
      {title: 'count', cell: ({count}) => formatCount(count)},
      {title: 'used', cell: ({usedBytes}) => size(usedBytes)},
      {title: 'capacity', cell: ({capacityBytes}) => size(capacityBytes)},
    ],
  });

  /** @param {object} memory as answered */
  render({pools = [], buffers = [], nativeMemory = {}, process = {}, overhead = {}}) {
    this.#pools.render(pools);
    this.#buffers.render(buffers);
    this.#renderNative(nativeMemory);
    part('limits').replaceChildren(...pairs(limits(process)), ...pairs(costs(overhead)));
  }

  #renderNative({categories = [], unavailableReason}) {
    new RankingTable(part('native'), {
      title: 'Native memory',
      note: 'by what the JVM uses it for',
      empty: unavailableReason ?? 'This JVM does not track it.',
      limit: 40,
      columns: [
        {title: 'Category', text: true, cell: ({name}) => nameCell(name)},
        {title: 'reserved', cell: ({reservedBytes}) => size(reservedBytes)},
        {title: 'committed', cell: ({committedBytes, reservedBytes}) => sizeCell(committedBytes, committedBytes / reservedBytes)},
      ],
    }).render(categories);
  }
}

function limits({pid, residentBytes, peakResidentBytes, limitBytes, limitSource, headroomBytes, unavailableReason}) {
  return [
    ['Process', orDash(pid, String)],
    ['Resident', `${size(residentBytes)}, at most ${size(peakResidentBytes)}`],
    ['Limit', limitBytes ? `${size(limitBytes)}, set by ${SOURCES[limitSource] ?? limitSource}` : 'none known'],
    ['Headroom', size(headroomBytes)],
    ['Not known', unavailableReason],
  ];
}

function costs({cpuRatio, allocatedBytesPerSecond, heapBytes}) {
  return [
    ['Heapwise, CPU', orDash(cpuRatio, (ratio) => `${formatPercent(ratio)} of one core`)],
    ['Heapwise, heap', size(heapBytes)],
    ['Heapwise, allocates', orDash(allocatedBytesPerSecond, formatBytesPerSecond)],
  ];
}

function pairs(list) {
  return list.filter(([, value]) => value).flatMap(([term, value]) => [element('dt', {}, term), element('dd', {}, value)]);
}

function sizeCell(bytes, ratio) {
  return bytes == null ? '–' : shareCell(size(bytes), ratio, '');
}

function size(bytes) {
  return orDash(bytes, formatBinaryBytes);
}
