import { Segment } from '../view/segment.js';
import { fetchHeapDumps } from '../api/endpoints.js';
import { FindingCount } from './finding-count.js';
import { ThemeSwitch } from '../view/theme.js';
import { formatBinaryBytes, formatCount, formatPercent, formatSeconds } from '../model/format.js';
import { part, setText } from '../view/dom.js';

const UPTIME_MILLIS = 30_000;

/** What all pages have: the top bar with the recorder's state, the range, pause and theme. */
export class Shell {
  #range;
  #pause = part('pause');
  #findings = new FindingCount(part('finding-count'));
  #stopped = false;

  /** @param {{signal: AbortSignal, onRange: (range: string) => void, onPause: () => void}} wiring */
  constructor({signal, onRange, onPause}) {
    new ThemeSwitch(part('theme'), {signal});
    this.#range = new Segment(part('range'), {signal, onChoose: onRange});
    this.#pause.addEventListener('click', onPause, {signal});
    showMaxHeap(part('max-heap'));
    showUptime(part('uptime'), signal);
    this.#askForDumps(part('dump-count').dataset.url, signal);
  }

  /** @param {{range: string, paused: boolean}} state @param {string} query to carry over to the other pages */
  render({range, paused}, query) {
    this.#range.render(range);
    this.#stopped = paused || range === 'fixed';
    this.#pause.setAttribute('aria-pressed', String(this.#stopped));
    setText(this.#pause, this.#stopped ? 'Paused' : 'Pause');
    for (const link of document.querySelectorAll('[data-hw="page-link"]')) {
      link.search = query;
    }
  }

  /** @param {object} recorder as in the metadata of a profile */
  showRecorder(recorder = {}) {
    part('recorder').dataset.state = recorder.state ?? 'unavailable';
    setText(part('recorder-text'), describeRecorder(recorder));
  }

  /** @param {{isFresh: boolean|null}} data that arrive, where nothing is known of the recorder */
  showFreshness({isFresh}) {
    if (isFresh === null) {
      return;
    }
    if (!isFresh) {
      this.showProblem();
      return;
    }
    part('recorder').dataset.state = this.#stopped ? 'paused' : 'recording';
    setText(part('recorder-text'), this.#stopped ? 'Paused' : 'Live');
  }

  /** @param {{store: {dumps: number}}} answer about heap dumps */
  showDumpCount({store}) {
    const count = part('dump-count');
    count.hidden = store.dumps === 0;
    setText(count, formatCount(store.dumps));
  }

  /** @param {object} diagnosis as answered */
  showFindings(diagnosis) {
    this.#findings.render(diagnosis);
  }

  showProblem() {
    part('recorder').dataset.state = 'unavailable';
    setText(part('recorder-text'), 'No data');
  }

  // Why there is none is what the page of heap dumps says.
  #askForDumps(url, signal) {
    if (url) {
      fetchHeapDumps(url, signal).then((answer) => this.showDumpCount(answer), () => null);
    }
  }
}

/** `Recording · 150 samples/s · 0.4 % CPU` */
function describeRecorder({state, samplesPerSecond, cpuRatio}) {
  if (state === 'recording') {
    return `Recording · ${formatCount(samplesPerSecond ?? 0)} samples/s · ${formatPercent(cpuRatio)} CPU`;
  }
  return state === 'starting' ? 'Recording starts' : 'Not recording';
}

function showMaxHeap(target) {
  const bytes = Number(target.dataset.bytes);
  target.textContent = bytes > 0 ? `, max ${formatBinaryBytes(bytes)}` : '';
}

function showUptime(target, signal) {
  const since = Date.parse(target.dataset.since ?? '');
  const show = () => setText(target, `up ${formatSeconds((Date.now() - since) / 1000)}`);
  if (!Number.isNaN(since)) {
    show();
    const timer = setInterval(show, UPTIME_MILLIS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }
}
