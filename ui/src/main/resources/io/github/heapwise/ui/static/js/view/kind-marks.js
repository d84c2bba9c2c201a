import { svgElement } from './dom.js';

/** A shape per kind of collection, in a square from -1 to 1, so that colour is not the only thing that tells them apart. */
const SHAPES = Object.freeze({
  young: 'M-.8 0a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0z',
  mixed: 'M-.75-.75h1.5v1.5h-1.5z',
  full: 'M0-1L1 .8H-1z',
  concurrent: 'M0-1L1 0L0 1L-1 0z',
  other: 'M-.3-1H.3V-.3H1V.3H.3V1H-.3V.3H-1V-.3H-.3z',
});

/** The mark of a kind as an image beside its name. */
export function kindMark(kind) {
  const svg = svgElement('svg', {class: `hw-mark hw-mark--${kind}`, viewBox: '-1.1 -1.1 2.2 2.2', 'aria-hidden': 'true'});
  svg.append(svgElement('path', {d: SHAPES[kind]}));
  return svg;
}

/**
 * The marks of a kind at many places as one path, for a canvas.
 * @param {string} kind
 * @param {[number, number][]} places
 * @param {number} radius
 */
export function markPath(kind, places, radius) {
  const shape = new Path2D(SHAPES[kind]);
  const path = new Path2D();
  for (const [x, y] of places) {
    path.addPath(shape, new DOMMatrix([radius, 0, 0, radius, x, y]));
  }
  return path;
}
