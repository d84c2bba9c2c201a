import { element } from './dom.js';

/** A list to choose one filter from, `any` first. */
export class Choice {
  #select;
  #shown = '';

  /** @param {{signal: AbortSignal, onChoose: (value: string|null) => void}} wiring */
  constructor(select, {signal, onChoose}) {
    this.#select = select;
    select.addEventListener('change', () => onChoose(select.value || null), {signal});
  }

  /** @param {{value: string, label: string}[]} options @param {string|null} chosen offered even if not an option */
  render(options, chosen) {
    const offered = options.some(({value}) => value === chosen) || !chosen
      ? options : [{value: chosen, label: chosen}, ...options];
    const shown = JSON.stringify(offered);
    if (shown !== this.#shown && document.activeElement !== this.#select) {
      this.#shown = shown;
      this.#select.replaceChildren(element('option', {value: ''}, 'any'),
          ...offered.map(({value, label}) => element('option', {value}, label)));
    }
    this.#select.value = chosen ?? '';
    this.#select.dataset.state = chosen ? 'chosen' : 'any';
  }
}
