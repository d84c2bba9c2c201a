import { knownSeverity } from '../model/diagnosis.js';
import { svgElement } from './dom.js';

// A triangle, a circle and a tick: the shape tells as much as the colour.
const PATHS = Object.freeze({
  critical: ['M5.2 1.5h5.6L14.5 5.2v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z', 'M8 4.5v4.2M8 11.2v.2'],
  warning: ['M8 1.8 15 14H1z', 'M8 6.2v3.6M8 11.8v.2'],
  info: ['M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z', 'M8 7.4v3.9M8 4.7v.2'],
  none: ['M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z', 'M4.9 8.2l2.2 2.2 4-4.6'],
});

/** Shows a severity as an image; the word stands beside it. @param {HTMLElement} host */
export function showSeverityIcon(host, severity) {
  const known = knownSeverity(severity);
  if (host.dataset.severity !== known) {
    const [shape, sign] = PATHS[known];
    const icon = svgElement('svg', {viewBox: '0 0 16 16', 'aria-hidden': 'true'});
    icon.append(svgElement('path', {class: 'hw-severity-icon__shape', d: shape}), svgElement('path', {class: 'hw-severity-icon__sign', d: sign}));
    host.dataset.severity = known;
    host.replaceChildren(icon);
  }
}
