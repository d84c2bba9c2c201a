import { ApiError } from '../api/endpoints.js';

const RETRY_MILLIS = 5000;
const TIMEOUT_MILLIS = 10_000;

/**
 * Keeps a page supplied with what an endpoint has to add: at once, then in steps, each from where the last one ended,
 * as long as nobody paused and the page is visible. One that has nothing yet asks even when paused, once.
 */
export class LiveFeed {
  #millis;
  #ask;
  #isPaused;
  #on;
  #since = null;
  #answered = false;
  #failed = false;
  #request = new AbortController();
  #timer = 0;

  /**
   * @param {{signal: AbortSignal, millis: number|(() => number), ask: (since: number|null, signal: AbortSignal) => Promise<object>,
   *   isPaused: () => boolean, onAnswer: (answer: object) => void, onRestart?: () => void,
   *   onProblem: (problem: ApiError) => void}} wiring `onRestart` comes before the answer of an application that
   *   counts from the beginning again
   */
  constructor({signal, millis, ask, isPaused, ...on}) {
    this.#millis = typeof millis === 'function' ? millis : () => millis;
    this.#ask = ask;
    this.#isPaused = isPaused;
    this.#on = on;
    document.addEventListener('visibilitychange', () => this.#isDue() && this.refresh(), {signal});
    signal.addEventListener('abort', () => this.#stop());
  }

  /** Asks now, and forgets what was asked before. */
  async refresh() {
    this.#stop();
    this.#request = new AbortController();
    const {signal} = this.#request;
    try {
      this.#accept(await this.#ask(this.#since, AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MILLIS)])));
    }
    catch (error) {
      this.#report(error);
    }
    finally {
      if (!signal.aborted) {
        this.#schedule();
      }
    }
  }

  /** Asks now, for everything: where the last answer ended means nothing any more. */
  restart() {
    this.#since = null;
    this.refresh();
  }

  #accept(answer) {
    this.#failed = false;
    this.#answered = true;
    const {nextSequence = null} = answer;
    if (this.#since !== null && nextSequence < this.#since) {
      this.#on.onRestart?.();
    }
    this.#since = nextSequence;
    this.#on.onAnswer(answer);
  }

  #report(error) {
    if (error.name === 'AbortError') {
      return;
    }
    this.#failed = true;
    if (!(error instanceof ApiError)) {
      throw error;
    }
    this.#on.onProblem(error);
  }

  #schedule() {
    this.#timer = setTimeout(() => {
      if (this.#isDue()) {
        this.refresh();
      }
      else {
        this.#schedule();
      }
    }, this.#failed ? Math.max(RETRY_MILLIS, this.#millis()) : this.#millis());
  }

  #isDue() {
    return document.visibilityState === 'visible' && (!this.#isPaused() || !this.#answered);
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#request.abort();
  }
}
