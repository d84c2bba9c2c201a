import { element } from '../../view/dom.js';

/** Numbers that stand above a view. @param {[string, string, string?][]} all label, value and what to know about it */
export function figures(all) {
  return element('div', {class: 'hw-figures'}, ...all.map(([label, value, note = '']) => element('div', {class: 'hw-panel hw-figure'},
      element('h2', {class: 'hw-figure__label'}, label), element('p', {class: 'hw-figure__value'}, value), element('p', {class: 'hw-figure__note'}, note))));
}
