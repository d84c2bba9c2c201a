import { Shell } from './shell.js';
import { defaultState, formatState, parseState } from '../model/url-state.js';
import { timeWindow } from '../model/time-window.js';

/** Which time a page shows and whether it follows: the top bar sets it, the address remembers it, other pages take it over. */
export class Range {
  #state;
  #shell;
  #onChange;

  /** @param {{signal: AbortSignal, onChange: () => void}} wiring */
  constructor({signal, onChange}) {
    const {range, from, to} = parseState(location.search);
    this.#state = {...defaultState(), range, from, to, paused: false};
    this.#onChange = onChange;
    this.#shell = new Shell({
      signal,
      onRange: (chosen) => this.#update({range: chosen, from: null, to: null, paused: false}),
      onPause: () => this.#update(this.#state.range === 'fixed' ? {range: defaultState().range} : {paused: !this.#state.paused}),
    });
    this.#shell.render(this.#state, this.query());
  }

  get shell() {
    return this.#shell;
  }

  /** The state of an address, as the feed of profiles takes it. */
  get state() {
    return this.#state;
  }

  /** Whether the page stands still. */
  get stopped() {
    return this.#state.paused || this.#state.range === 'fixed';
  }

  /** The query for the same time, with something else in the state of the page. */
  query(change = {}) {
    return formatState({...this.#state, ...change});
  }

  /** @param {{earliest: number, latest: number}} data epoch milliseconds @returns {{from: number, to: number}} */
  window(data) {
    return timeWindow(this.#state, data);
  }

  #update(change) {
    Object.assign(this.#state, change);
    history.replaceState(null, '', `${location.pathname}${this.query()}`);
    this.#shell.render(this.#state, this.query());
    this.#onChange();
  }
}
