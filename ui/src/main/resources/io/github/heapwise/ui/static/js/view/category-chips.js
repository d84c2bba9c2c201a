import { element, replaceKeepingFocus, setText } from './dom.js';
import { filterableCategories } from '../model/category.js';
import { formatRoundPercent } from '../model/format.js';
import { shortFrameName } from '../model/frame-name.js';

/** Legend and filter at once: a chip per category, one for folding, one per hidden or focused frame. */
export class CategoryChips {
  #group;
  #chips = new Map();
  #fold;
  #on;

  /**
   * @param {{onToggle: (category: number) => void, onFold: () => void, onShowAgain: (frame: string) => void,
   *   onUnfocus: () => void}} on
   */
  constructor(group, on) {
    this.#group = group;
    this.#on = on;
    for (const {id, category, label} of filterableCategories) {
      this.#chips.set(category, chip(id, label, () => on.onToggle(category)));
    }
    this.#fold = chip('fold', 'Fold plumbing', on.onFold);
    this.#fold.title = 'Show runs of framework frames as one row';
  }

  /** @param {{state: object, shares: Float64Array|null}} shown `shares` by category of who called `new`, if known */
  render({state, shares}) {
    for (const {id, category} of filterableCategories) {
      const button = this.#chips.get(category);
      button.setAttribute('aria-pressed', String(!state.hiddenCategories.has(category)));
      setText(button.querySelector('.hw-chip__value'), id === 'class' || !shares ? '' : formatRoundPercent(shares[category]));
    }
    this.#fold.setAttribute('aria-pressed', String(state.fold));
    replaceKeepingFocus(this.#group, ...this.#chips.values(), this.#fold, ...this.#removables(state));
  }

  #removables({focus, hiddenFrames}) {
    const hidden = Array.from(hiddenFrames, (frame) => this.#removable('Hidden', frame, () => this.#on.onShowAgain(frame)));
    return focus ? [this.#removable('Focus', focus, this.#on.onUnfocus), ...hidden] : hidden;
  }

  #removable(what, frame, onRemove) {
    return element('button', {
      class: 'hw-chip hw-chip--remove',
      type: 'button',
      title: frame,
      'aria-label': `${what} ${frame}, remove`,
      click: onRemove,
    }, `${what} `, element('span', {class: 'hw-chip__label'}, shortFrameName(frame, false)), ' ×');
  }
}

function chip(id, label, onClick) {
  return element('button', {class: 'hw-chip', type: 'button', 'data-category': id, click: onClick},
      element('span', {class: `hw-swatch hw-swatch--${id}`}), label, element('span', {class: 'hw-chip__value'}));
}
