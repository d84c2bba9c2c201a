import { element, replaceKeepingFocus } from './dom.js';
import { triggerOf } from '../model/heap-dumps.js';

/** What asks for heap dumps, and how to turn on what does not. */
export class TriggerList {
  #host;
  #shown = '';

  constructor(host) {
    this.#host = host;
  }

  /** @param {{id: string, enabled: boolean, property: string}[]} triggers */
  render(triggers) {
    const shown = JSON.stringify(triggers);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#host.hidden = false;
      replaceKeepingFocus(this.#host,
          element('div', {class: 'hw-panel__head'}, element('h2', {id: 'hw-triggers'}, 'What takes a heap dump'),
              element('span', {class: 'hw-panel__note'}, 'each with a budget of its own')),
          element('ul', {class: 'hw-triggers', 'aria-labelledby': 'hw-triggers'}, ...triggers.map(item)));
    }
  }
}

function item({id, enabled, property}) {
  const {name, text} = triggerOf(id);
  return element('li', {class: 'hw-triggers__item', 'data-trigger': id},
      element('span', {class: 'hw-triggers__state', 'data-state': enabled ? 'on' : 'off'}, enabled ? 'on' : 'off'),
      element('b', {class: 'hw-triggers__name'}, name), element('span', {class: 'hw-triggers__text'}, text),
      enabled ? null : element('code', {class: 'hw-triggers__property'}, property));
}
