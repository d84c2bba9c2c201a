import { ApiError, fetchProfile } from '../api/endpoints.js';
import { liveRanges, profileParameters } from '../model/url-state.js';

const POLL_MILLIS = 5000;
const FIRST_POLL_MILLIS = 1000;

/**
 * Keeps a page supplied with the profile its state asks for: at once when the question changes, then every few
 * seconds as long as the range is a live one, nobody paused and the page is visible. Until the recorder has something to
 * show it asks more often: somebody has just started the application and waits.
 */
export class ProfileFeed {
  #url;
  #state;
  #on;
  #retainedFrom = null;
  #request = new AbortController();
  #timer = 0;
  #pollMillis = POLL_MILLIS;
  #failed = false;

  /**
   * @param {string} url of the allocations endpoint
   * @param {{signal: AbortSignal, state: () => object, onProfile: (profile: Profile) => (void|Promise<void>),
   *   onProblem: (problem: ApiError) => void}} wiring
   */
  constructor(url, {signal, state, ...on}) {
    this.#url = url;
    this.#state = state;
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
      const profile = await this.#fetchWhole(signal);
      this.#failed = false;
      this.#pollMillis = hasJustStarted(profile) ? FIRST_POLL_MILLIS : POLL_MILLIS;
      await this.#on.onProfile(profile);
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

  /** A subtree in more detail, for the time of the given profile. */
  detail(profile, rootKey) {
    const parameters = profileParameters(this.#state());
    parameters.set('from', profile.meta.from);
    parameters.set('to', profile.meta.to);
    parameters.set('root', rootKey);
    return fetchProfile(this.#url, parameters, this.#request.signal);
  }

  #report(error) {
    if (error.name === 'AbortError') {
      return;
    }
    this.#failed = true;
    this.#pollMillis = POLL_MILLIS;
    if (!(error instanceof ApiError)) {
      throw error;
    }
    this.#on.onProblem(error);
  }

  // Only an answer says since when there are data; the first one covers what the server takes for recent.
  async #fetchWhole(signal) {
    const profile = await this.#fetchLive(signal);
    const first = this.#retainedFrom === null;
    this.#retainedFrom = profile.meta.recorder?.retainedFrom ?? null;
    return first && this.#retainedFrom && this.#state().range === 'all' ? this.#fetchLive(signal) : profile;
  }

  // A live range may reach further back than is kept: then everything that is kept is meant.
  async #fetchLive(signal) {
    const parameters = profileParameters(this.#state());
    this.#limitToRetained(parameters);
    try {
      return await fetchProfile(this.#url, parameters, signal);
    }
    catch (error) {
      const earliest = error.parameter === 'from' && this.#state().range !== 'fixed'
        ? error.allowed[0]?.split('..')[0] : undefined;
      if (earliest === undefined) {
        throw error;
      }
      parameters.set('from', earliest);
      return fetchProfile(this.#url, parameters, signal);
    }
  }

  #limitToRetained(parameters) {
    const {range} = this.#state();
    if (this.#retainedFrom === null || range === 'fixed') {
      return;
    }
    if (Date.now() - liveRanges[range] * 1000 < Date.parse(this.#retainedFrom)) {
      parameters.set('from', this.#retainedFrom);
    }
  }

  #schedule() {
    this.#timer = setTimeout(() => {
      if (this.#isDue()) {
        this.refresh();
      }
      else {
        this.#schedule();
      }
    }, this.#pollMillis);
  }

  // What is fixed does not change; it is asked for again only if it could not be had.
  #isDue() {
    const {paused, range} = this.#state();
    return document.visibilityState === 'visible' && !paused && (range !== 'fixed' || this.#failed);
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#request.abort();
  }
}

function hasJustStarted({meta: {recorder, timeline}}) {
  return recorder?.state === 'starting' || (recorder?.state === 'recording' && !(timeline?.starts?.length > 0));
}
