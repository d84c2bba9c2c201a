import { collectionKinds } from '../model/gc-events.js';
import { element, setText } from './dom.js';
import { kindMark } from './kind-marks.js';

/** Filter by kind: a chip for each kind that there is. */
export class KindChips {
  #chips = new Map();

  /** @param {{onToggle: (kind: string) => void}} on */
  constructor(group, {onToggle}) {
    for (const kind of collectionKinds) {
      const chip = element('button', {class: 'hw-chip', type: 'button', 'data-kind': kind, hidden: true,
        click: () => onToggle(kind)}, kindMark(kind), kind, element('span', {class: 'hw-chip__value'}));
      this.#chips.set(kind, chip);
      group.append(chip);
    }
  }

  /** @param {{events: object[], hiddenKinds: Set<string>}} shown */
  render({events, hiddenKinds}) {
    this.#chips.forEach((chip, kind) => {
      const count = events.filter((event) => event.kind === kind).length;
      chip.hidden = count === 0 && !hiddenKinds.has(kind);
      chip.setAttribute('aria-pressed', String(!hiddenKinds.has(kind)));
      setText(chip.querySelector('.hw-chip__value'), String(count));
    });
  }
}
