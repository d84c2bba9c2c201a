/** A group of buttons of which one is pressed. */
export class Segment {
  #options;

  /** @param {{signal: AbortSignal, onChoose: (value: string) => void}} wiring */
  constructor(group, {signal, onChoose}) {
    this.#options = Array.from(group.querySelectorAll('[data-value]'));
    for (const option of this.#options) {
      option.addEventListener('click', () => onChoose(option.dataset.value), {signal});
    }
  }

  render(value) {
    for (const option of this.#options) {
      option.setAttribute('aria-pressed', String(option.dataset.value === value));
    }
  }
}
