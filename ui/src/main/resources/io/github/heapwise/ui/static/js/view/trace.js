import { svgElement } from './dom.js';

const HEIGHT = 20;

/**
 * A small line for a cell of a table: values at equal distances, oldest first, from nothing to the largest.
 * @param {number[]} values @param {string} label what it shows, in words
 */
export function trace(values, label) {
  const top = Math.max(...values, 0) || 1;
  const step = 100 / Math.max(1, values.length - 1);
  const line = values.map((value, index) => `${round(index * step)} ${round(HEIGHT - 1 - (value ?? 0) / top * (HEIGHT - 2))}`);
  const svg = svgElement('svg', {class: 'hw-trace', viewBox: `0 0 100 ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label});
  if (values.length > 1) {
    svg.append(svgElement('path', {class: 'hw-trace__area', d: `M0 ${HEIGHT}L${line.join('L')}L100 ${HEIGHT}z`}),
        svgElement('path', {class: 'hw-trace__line', d: `M${line.join('L')}`}));
  }
  return svg;
}

function round(value) {
  return Math.round(value * 10) / 10;
}
