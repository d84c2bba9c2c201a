import { DataClock } from '../model/data-clock.js';
import { GcEvents } from '../model/gc-events.js';
import { History } from '../model/history.js';
import { LiveFeed } from './live-feed.js';
import { ApiError, fetchDiagnosis, fetchGc, fetchHeapDumps, fetchHistory, fetchLatency, fetchMemory, fetchRoutes } from '../api/endpoints.js';
import { isBeingAnalysed, stopsTheApplication } from '../model/heap-dumps.js';
import { notExposed } from './problems.js';

const SECOND = 1000;
const MEMORY_MILLIS = 5 * SECOND;
const ROUTES_MILLIS = 5 * SECOND;
const HEAP_DUMPS_MILLIS = 5 * SECOND;
const DIAGNOSIS_MILLIS = 10 * SECOND;

const STANDS_STILL = 'The application stands still while a heap dump is written. This page goes on when it answers.';

/**
 * What the live pages show: what the process holds, what it held, what the collector did, what requests cost, who
 * waits and what is wrong, as far as the endpoints that tell it are open. Each is asked on its own, so that one that is closed takes nothing from the others.
 */
export class LiveData {
  /** What the process holds, `null` before the first answer. */
  memory = null;
  /** The latest answer about collections but for its events, `null` before the first. */
  gc = null;
  /** The latest answer about routes, `null` before the first. */
  routes = null;
  /** The latest answer about latency but for its rows, `null` before the first. */
  latency = null;
  /** The latest answer about heap dumps, `null` before the first. */
  heapDumps = null;
  /** The latest diagnosis, `null` before the first. */
  diagnosis = null;
  history = new History();
  latencyHistory = new History();
  events = new GcEvents();
  #settings;
  #wiring;
  #feeds = new Map();
  #fresh = new Set();
  #tried = false;
  #clock = new DataClock();

  /**
   * @param {DOMStringMap} settings addresses of the endpoints
   * @param {{signal: AbortSignal, isPaused: () => boolean, problems: Problems, onChange: () => void}} wiring
   */
  constructor(settings, wiring) {
    this.#settings = settings;
    this.#wiring = wiring;
  }

  withMemory() {
    const url = this.#settings.memoryUrl;
    return this.#with('memory', url, {
      millis: MEMORY_MILLIS,
      ask: (since, signal) => fetchMemory(url, signal),
      accept: (answer) => { this.memory = answer; },
    });
  }

  withHistory() {
    const url = this.#settings.historyUrl;
    return this.#with('memoryhistory', url, {
      millis: SECOND,
      ask: (since, signal) => fetchHistory(url, since, signal),
      accept: (answer) => this.history.add(answer),
    });
  }

  withCollections() {
    const url = this.#settings.gcUrl;
    return this.#with('memorygc', url, {
      millis: SECOND,
      ask: (since, signal) => fetchGc(url, since, signal),
      accept: (answer) => this.#acceptCollections(answer),
    });
  }

  withRoutes() {
    const url = this.#settings.routesUrl;
    return this.#with('memoryroutes', url, {
      millis: ROUTES_MILLIS,
      ask: (since, signal) => fetchRoutes(url, signal),
      accept: (answer) => { this.routes = answer; },
    });
  }

  withLatency() {
    const url = this.#settings.latencyUrl;
    return this.#with('memorylatency', url, {
      millis: SECOND,
      ask: (since, signal) => fetchLatency(url, since, signal),
      accept: (answer) => this.#acceptLatency(answer),
    });
  }

  withDiagnosis() {
    const url = this.#settings.diagnosisUrl;
    return this.#with('memorydiagnosis', url, {
      millis: DIAGNOSIS_MILLIS,
      ask: (since, signal) => fetchDiagnosis(url, signal),
      accept: (answer) => { this.diagnosis = answer; },
    });
  }

  /** While something becomes of one the page follows, also where it was paused. */
  withHeapDumps() {
    const url = this.#settings.heapdumpsUrl;
    return this.#with('heapdumps', url, {
      millis: () => this.#hasDumps(isBeingAnalysed) ? SECOND : HEAP_DUMPS_MILLIS,
      isPaused: () => this.#wiring.isPaused() && !this.#hasDumps(isBeingAnalysed),
      ask: (since, signal) => fetchHeapDumps(url, signal).catch((error) => {
        throw error.status === 0 && this.#hasDumps(stopsTheApplication) ? new ApiError({status: 0, message: STANDS_STILL}) : error;
      }),
      accept: (answer) => { this.heapDumps = answer; },
    });
  }

  /** Asks all of them now. */
  refresh() {
    this.#feeds.forEach((feed, id) => feed ? feed.refresh() : this.#wiring.problems.report(id, notExposed()));
    this.#tried ||= Array.from(this.#feeds.values()).every((feed) => feed === null);
  }

  /** Whether any of them answered when it was asked last, `null` before the first has. */
  get isFresh() {
    return this.#tried ? this.#fresh.size > 0 : null;
  }

  /** Epoch milliseconds between which it is known what happened, `latest` NaN without data. */
  get span() {
    return {
      earliest: Math.min(this.history.times[0] ?? Infinity, this.latencyHistory.times[0] ?? Infinity,
          this.events.all[0]?.at ?? Infinity),
      latest: this.#clock.time,
    };
  }

  #with(id, url, {accept, ...feed}) {
    const {signal, isPaused, problems, onChange} = this.#wiring;
    this.#feeds.set(id, url ? new LiveFeed({
      signal,
      isPaused,
      ...feed,
      onRestart: () => this.#restart(id),
      onAnswer: (answer) => {
        accept(answer);
        this.#clock.answered(this.#latest(), performance.now());
        this.#tried = true;
        this.#fresh.add(id);
        problems.report(id, null);
        onChange();
      },
      onProblem: (problem) => {
        this.#tried = true;
        this.#fresh.delete(id);
        problems.report(id, problem);
        onChange();
      },
    }) : null);
    return this;
  }

  #hasDumps(test) {
    return Boolean(this.heapDumps?.dumps.some(test));
  }

  #latest() {
    const known = [this.history.times.at(-1), this.latencyHistory.times.at(-1), this.events.latest?.at]
        .filter((time) => time !== undefined);
    return known.length > 0 ? Math.max(...known) : NaN;
  }

  // What one feed noticed holds for all: the other counters may have overtaken the old ones already.
  #restart(noticedBy) {
    this.history.clear();
    this.latencyHistory.clear();
    this.events.clear();
    this.#feeds.forEach((feed, id) => id !== noticedBy && feed?.restart());
  }

  #acceptLatency({columns = [], rows = [], ...latency}) {
    this.latency = latency;
    this.latencyHistory.add({columns, rows, missed: latency.missed, intervalMillis: latency.intervalMillis});
  }

  #acceptCollections({events, ...gc}) {
    this.gc = gc;
    this.events.add({events, missed: gc.missed});
  }
}
