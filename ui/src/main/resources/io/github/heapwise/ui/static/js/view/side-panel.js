import { Category, kindOf } from '../model/category.js';
import { element, meter, replaceKeepingFocus } from './dom.js';
import { formatRoundPercent } from '../model/format.js';
import { packageOf, shortFrameName } from '../model/frame-name.js';

const MAX_ROWS = 6;

/** What is known about the selected frame, and what can be done with it. */
export class SidePanel {
  #panel;
  #on;

  /**
   * @param {Record<'zoom'|'focusMerged'|'copyStack'|'copyLink', () => void>} on
   */
  constructor(panel, on) {
    this.#panel = panel;
    this.#on = on;
  }

  /**
   * @param {{name: string, isClass: boolean, numbers: {value: string, label: string}[],
   *   classes: {name: string, value: number}[], callers: {name: string, category: number, value: number}[],
   *   value: number, isRoot: boolean, canFocus: boolean}} frame
   */
  render(frame) {
    replaceKeepingFocus(this.#panel,
        element('div', {}, element('h2', {class: 'hw-side__title'}, 'Selected frame'), nameOf(frame)),
        element('dl', {class: 'hw-side__numbers'}, ...frame.numbers.map(number)),
        ...list('Classes allocated below', frame.classes.map(asClass), frame.value),
        ...list('Called from', frame.callers, sum(frame.callers)),
        this.#actions(frame));
  }

  #actions({isRoot, canFocus}) {
    const action = (id, label) => element('button',
        {class: 'hw-button', type: 'button', 'data-action': id, click: this.#on[id]}, label);
    return element('div', {class: 'hw-side__actions'},
        isRoot ? null : action('zoom', 'Zoom'),
        canFocus ? action('focusMerged', 'Focus merged') : null,
        isRoot ? null : action('copyStack', 'Copy stack'),
        action('copyLink', 'Copy link'));
  }
}

function nameOf({name, isClass}) {
  return element('p', {class: 'hw-side__name'},
      element('span', {class: 'hw-side__package'}, packageOf(name, isClass)), shortFrameName(name, isClass));
}

function asClass(row) {
  return {...row, category: Category.allocatedClass};
}

function number({value, label}) {
  return element('div', {class: 'hw-side__number'}, element('dt', {}, label), element('dd', {}, value));
}

function list(title, rows, whole) {
  if (rows.length === 0) {
    return [];
  }
  const items = rows.slice(0, MAX_ROWS).map(({name, category, value}) => element('li', {class: 'hw-side__row'},
      element('span', {class: 'hw-side__row-name', title: name},
          category === Category.allocatedClass ? name : shortFrameName(name, false)),
      element('span', {}, formatRoundPercent(value / whole)),
      meter(value / whole, {kind: kindOf(category), wide: true})));
  if (rows.length > MAX_ROWS) {
    items.push(element('li', {class: 'hw-faint'}, `and ${rows.length - MAX_ROWS} more`));
  }
  return [element('div', {}, element('h3', {}, title), element('ul', {class: 'hw-side__list'}, ...items))];
}

function sum(rows) {
  return rows.reduce((total, {value}) => total + value, 0);
}
