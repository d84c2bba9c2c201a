import { ClassTable, YourCodeTable } from './top-tables.js';
import { ProfileFeed } from './profile-feed.js';
import { RateChart } from '../view/rate-chart.js';
import { Shell } from './shell.js';
import { Timeline } from '../model/timeline.js';
import { emptiness, notExposed, showProblem } from './problems.js';
import { defaultState, formatState, parseState } from '../model/url-state.js';
import { formatBytes, formatBytesPerSecond, formatClock, formatCount, formatPercent, formatSeconds } from '../model/format.js';
import { part, setText } from '../view/dom.js';

const ROWS = 8;
const SAMPLING = Object.freeze({
  all: 'samples, every allocation event',
  sliced: 'samples, in slices of time',
  'all-sliced': 'samples, in slices of time',
  throttled: 'samples, throttled',
});

/** What is recorded, at what cost, and the first answers. */
class OverviewPage {
  #settings;
  #state = {...defaultState(), ...rangeOf(parseState(location.search)), paused: false};
  #shell;
  #chart;
  #yourCode;
  #classes;
  #feed;

  constructor(settings, signal) {
    this.#settings = settings;
    this.#shell = new Shell({
      signal,
      onRange: (range) => this.#update({range, from: null, to: null, paused: false}),
      onPause: () => this.#update({paused: !this.#state.paused}),
    });
    this.#chart = new RateChart(part('chart'), {signal});
    this.#yourCode = new YourCodeTable(part('your-code'), {
      note: 'with the libraries it calls, in range',
      limit: ROWS,
      hrefOf: (focus) => this.#flameGraph({focus}),
    });
    this.#classes = new ClassTable(part('classes'), {limit: ROWS, hrefOf: (type) => this.#flameGraph({type})});
    this.#feed = new ProfileFeed(settings.allocationsUrl, {
      signal,
      state: () => this.#state,
      onProfile: (profile) => this.#show(profile),
      onProblem: (problem) => this.#fail(problem),
    });
  }

  start() {
    this.#renderShell();
    if (this.#settings.allocationsUrl) {
      this.#feed.refresh();
    }
    else {
      this.#fail(notExposed());
    }
  }

  #update(change) {
    Object.assign(this.#state, change);
    history.replaceState(null, '', `${location.pathname}${formatState(this.#state)}`);
    this.#renderShell();
    if (!this.#state.paused) {
      this.#feed.refresh();
    }
  }

  #renderShell() {
    this.#shell.render(this.#state, formatState(this.#state));
  }

  #flameGraph(change) {
    return this.#settings.allocationsPage + formatState({...this.#state, ...change});
  }

  #show(profile) {
    const {meta} = profile;
    const empty = emptiness(profile);
    showProblem(part('problem'), empty ? {message: `${empty.title}. ${empty.text}`} : null);
    this.#shell.showRecorder(meta.recorder);
    part('findings').hidden = false;
    showFigures(profile);
    this.#showRate(new Timeline(meta.timeline));
    this.#yourCode.render(profile);
    this.#classes.render(profile);
  }

  #showRate(timeline) {
    this.#chart.render(timeline);
    const caption = timeline.length === 0 ? 'Allocation rate: nothing recorded yet'
      : `Allocation rate from ${formatClock(timeline.start)} to ${formatClock(timeline.end)}: `
        + `${formatBytesPerSecond(timeline.meanRate(timeline.start, timeline.end))} on average, `
        + `${formatBytesPerSecond(timeline.peakRate)} at most`;
    part('chart').setAttribute('aria-label', caption);
    setText(part('chart-caption'), caption);
  }

  #fail(problem) {
    this.#shell.showProblem();
    showProblem(part('problem'), problem, this.#settings.exposeWith);
  }
}

function showFigures({meta, tree}) {
  const {recorder = {}, seconds = 0} = meta;
  const show = (name, value, note) => {
    setText(part(name), value);
    setText(part(`${name}-note`), note);
  };
  show('rate', formatBytesPerSecond(seconds > 0 ? tree.total[0] / seconds : 0), `mean over ${formatSeconds(seconds)}`);
  show('total', formatBytes(tree.total[0]), `${errorOf(meta)}${formatCount(meta.samples ?? 0)} samples`);
  show('samples', `${formatCount(recorder.samplesPerSecond ?? 0)}/s`, describeSampling(recorder));
  show('cost', formatPercent(recorder.cpuRatio), `of one core; own ${formatBytes(meta.ownBytes)} left out`);
  show('kept', keptFor(recorder), `${formatCount(recorder.nodes ?? 0)} of ${formatCount(recorder.maxNodes ?? 0)} nodes`);
}

function errorOf({errorRatio}) {
  return errorRatio > 0 ? `± ${formatPercent(errorRatio)} from ` : '';
}

function describeSampling({state, sampling, reason}) {
  if (state !== 'recording') {
    return reason ?? (state === 'starting' ? 'starts with the application' : 'not recording');
  }
  return SAMPLING[sampling] ?? 'samples';
}

function keptFor({retainedFrom}) {
  const since = Date.parse(retainedFrom ?? '');
  return Number.isNaN(since) ? '–' : formatSeconds((Date.now() - since) / 1000);
}

function rangeOf({range, from, to}) {
  return {range, from, to};
}

new OverviewPage(document.body.dataset, new AbortController().signal).start();
