import { describeMatches } from '../model/search.js';
import { setText } from './dom.js';

/** The search field with what it found, or what is wrong with the expression. */
export class SearchBox {
  #input;
  #result;

  /** @param {{signal: AbortSignal, onSearch: (text: string) => void, onNext: () => void}} wiring */
  constructor(input, result, {signal, onSearch, onNext}) {
    this.#input = input;
    this.#result = result;
    input.addEventListener('input', () => onSearch(input.value), {signal});
    input.addEventListener('keydown', (event) => event.key === 'Enter' && onNext(), {signal});
    input.addEventListener('keydown', (event) => event.key === 'Escape' && this.#clear(onSearch), {signal});
  }

  focus() {
    this.#input.focus();
    this.#input.select();
  }

  /** @param {{text: string, error?: string, found?: {nodes: number, share: number}}} shown */
  render({text, error, found}) {
    if (this.#input.value !== text) {
      this.#input.value = text;
    }
    this.#input.setAttribute('aria-invalid', String(error !== undefined));
    this.#result.dataset.state = error === undefined ? 'found' : 'error';
    setText(this.#result, error ?? (found ? describeMatches(found) : ''));
  }

  #clear(onSearch) {
    this.#input.value = '';
    onSearch('');
  }
}
