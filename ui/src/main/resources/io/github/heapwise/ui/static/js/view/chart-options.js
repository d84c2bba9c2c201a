import uPlot from '../../vendor/uplot-1.6.32/uPlot.esm.js';
import { formatClock } from '../model/format.js';
import { element } from './dom.js';
import { markPath } from './kind-marks.js';

const FONT_PIXELS = 11;
const TIME_PIXELS = 80;
const COMPACT_TIME_PIXELS = 56;
const RIGHT_PIXELS = 12;
// The last time may stand at the very edge.
const COMPACT_RIGHT_PIXELS = 26;
const NEAR_PIXELS = 40;
const MARK_PIXELS = 3.4;
const ISOLATED_PIXELS = 3;
const ROUND_BINARY = Array.from({length: 51}, (_, power) => 2 ** power);

/**
 * One line, area or set of marks of a chart.
 * @typedef {{label: string, color: string, shape?: 'line'|'area'|'steps'|'marks', kind?: string, dash?: boolean,
 *   downTo?: number, isolated?: boolean}} Series `color` names a series in tokens.css, `kind` gives marks their shape,
 *   `downTo` is the index of the series down to which the space is filled, `isolated` shows values without neighbours,
 *   which no line goes through
 */

/**
 * What uPlot has to know to draw such series.
 * @param {{series: Series[], format: (value: number) => string, binary?: boolean, compact?: boolean, syncKey?: string}} chart
 * @param {{colors: () => Record<string, string>, logarithmic: boolean, font: string, width: number, height: number,
 *   onCursor: () => void, onClear: (u: uPlot) => void}} surface
 */
export function chartOptions({series, format, binary = false, compact = false, syncKey = null}, {colors, logarithmic, font, ...surface}) {
  const axis = {
    font: `${FONT_PIXELS}px ${font}`,
    stroke: () => colors().text,
    grid: {stroke: () => colors().line, width: 1},
    ticks: {show: false},
  };
  return {
    width: surface.width,
    height: surface.height,
    ms: 1,
    padding: [10, compact ? COMPACT_RIGHT_PIXELS : RIGHT_PIXELS, 0, 0],
    legend: {show: false},
    cursor: {
      y: false,
      drag: {x: false, y: false},
      points: {show: (u, index) => series[index - 1].dash ? null : element('div', {class: 'hw-chart__point'})},
      dataIdx: (u, _, index) => isNear(u, index) ? index : null,
      sync: {key: syncKey, scales: ['x', null]},
    },
    scales: {x: {time: true, auto: false}, y: logarithmic ? {distr: 3} : {range: fromZero}},
    axes: [
      {...axis, size: 26, gap: 4, space: compact ? COMPACT_TIME_PIXELS : TIME_PIXELS, values: clockTimes},
      {...axis, size: 68, gap: 6, space: 32, values: (_, splits) => splits.map((value) => value === null ? '' : value === 0 ? '0' : format(value)),
        ...(logarithmic && {grid: {...axis.grid, filter: powersOfTen}}), ...(binary && {incrs: ROUND_BINARY})},
    ],
    series: [{}, ...series.map((one) => seriesOptions(one, colors))],
    bands: series.flatMap(({downTo, color}, index) => downTo === undefined ? []
      : [{series: [index + 1, downTo + 1], fill: () => colors()[`${color}Area`]}]),
    hooks: {setCursor: [surface.onCursor], drawClear: [surface.onClear]},
  };
}

/** Whether the cursor is close to the data at an index: that of another chart may stand where this one has none. */
export function isNear(u, index) {
  const time = u.data[0][index];
  return time !== undefined && Math.abs(u.valToPos(time, 'x') - u.cursor.left) < NEAR_PIXELS;
}

function seriesOptions({label, color, shape = 'line', kind, dash, downTo, isolated = false}, colors) {
  const stroke = () => colors()[color];
  const points = isolated ? {show: true, size: ISOLATED_PIXELS, fill: stroke, filter: isolatedValues} : {show: false};
  const common = {label, stroke, points, width: 1.5};
  switch (shape) {
    case 'marks':
      return {...common, width: 1, fill: () => colors()[`${color}Area`], paths: (u, index) => marks(u, index, kind)};
    case 'steps':
      return {...common, width: 0, fill: stroke, paths: uPlot.paths.stepped({align: 1})};
    case 'area':
      return {...common, fill: () => colors()[`${color}Area`]};
    default:
      return {...common, ...(dash && {dash: [4, 4]}), ...(downTo !== undefined && {fill: () => colors()[`${color}Area`]})};
  }
}

function isolatedValues(u, index) {
  const values = u.data[index];
  const isKnown = (i) => values[i] !== null && values[i] !== undefined;
  const [first, last] = u.series[0].idxs;
  const found = [];
  for (let i = first; i <= last; i++) {
    if (isKnown(i) && !isKnown(i - 1) && !isKnown(i + 1)) {
      found.push(i);
    }
  }
  return found;
}

function marks(u, index, kind) {
  const places = [];
  const [first, last] = u.series[0].idxs;
  for (let i = first; i <= last; i++) {
    const value = u.data[index][i];
    if (value !== null && value !== undefined) {
      places.push([u.valToPos(u.data[0][i], 'x', true), u.valToPos(value, 'y', true)]);
    }
  }
  const path = markPath(kind, places, MARK_PIXELS * devicePixelRatio);
  return {stroke: path, fill: path, clip: null, flags: 0};
}

function fromZero(u, least, most) {
  return [0, most > 0 ? most * 1.06 : 1];
}

// Nine lines a decade would be a hatching.
function powersOfTen(u, splits) {
  return splits.map((value) => Number.isInteger(Math.log10(value)) ? value : null);
}

function clockTimes(u, splits, axis, space, increment) {
  return splits.map((time) => formatClock(time, increment < 60_000));
}
