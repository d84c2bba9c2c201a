import { FlamePanel } from './flame-panel.js';
import { ProfileFeed } from './profile-feed.js';
import { ProfileFilters } from './profile-filters.js';
import { Shell } from './shell.js';
import { withSubtreeDetail } from './subtree-detail.js';
import { emptiness, notExposed, showProblem } from './problems.js';
import { formatState, parseState } from '../model/url-state.js';
import { formatCount, formatPerRequest, formatPercent, formatSeconds, formatValue } from '../model/format.js';
import { part, setText } from '../view/dom.js';

/**
 * The page of the flame graph. Its state is what the address says; every change goes through {@link #update}, which
 * asks the server again only if the server has to know.
 */
class AllocationsPage {
  #settings;
  #state = {...parseState(location.search), paused: false};
  #shell;
  #filters;
  #panel;
  #feed;

  constructor(settings, signal) {
    this.#settings = settings;
    const update = (change) => this.#update(change);
    this.#shell = new Shell({signal, onRange: (range) => this.#chooseRange(range), onPause: () => this.#pause()});
    this.#filters = new ProfileFilters({signal, url: settings.allocationsUrl, update});
    this.#panel = new FlamePanel({signal, update, onZoom: () => this.#addDetail()});
    this.#feed = new ProfileFeed(settings.allocationsUrl, {
      signal,
      state: () => this.#state,
      onProfile: (profile) => this.#show(profile),
      onProblem: (problem) => this.#fail(problem),
    });
    window.addEventListener('popstate', () => this.#update(parseState(location.search)), {signal});
  }

  start() {
    this.#render();
    if (this.#settings.allocationsUrl) {
      this.#feed.refresh();
    }
    else {
      this.#fail(notExposed());
    }
  }

  #update(change) {
    const question = this.#question();
    Object.assign(this.#state, change);
    history.replaceState(null, '', `${location.pathname}${formatState(this.#state)}`);
    this.#render();
    if (question !== this.#question()) {
      this.#feed.refresh();
    }
  }

  #question() {
    const {range, from, to, unit, type, thread, route} = this.#state;
    return JSON.stringify({range, from, to, unit, type, thread, route});
  }

  #chooseRange(range) {
    this.#update({range, from: null, to: null, paused: false});
  }

  #pause() {
    if (this.#state.range === 'fixed') {
      this.#chooseRange('5m');
    }
    else {
      this.#update({paused: !this.#state.paused});
      if (!this.#state.paused) {
        this.#feed.refresh();
      }
    }
  }

  #render() {
    this.#shell.render(this.#state, formatState({...parseState(''), ...pick(this.#state, ['range', 'from', 'to'])}));
    this.#filters.render(this.#state);
    this.#panel.render(this.#state);
  }

  async #show(profile) {
    const detailed = await this.#withDetail(profile);
    showProblem(part('problem'), null);
    this.#shell.showRecorder(profile.meta.recorder);
    this.#filters.adopt(profile, this.#state);
    this.#panel.adopt(detailed, emptiness(profile));
    setText(part('summary'), summarize(profile));
    this.#render();
  }

  // The profile may have been refreshed by the time the detail arrives; the refresh brings its own.
  async #addDetail() {
    const {profile} = this.#panel;
    const detailed = await this.#withDetail(profile);
    if (detailed !== profile && this.#panel.profile === profile) {
      this.#panel.adopt(detailed, null);
      this.#render();
    }
  }

  // Detail is an extra: without it the profile is still true, only coarser.
  async #withDetail(profile) {
    try {
      return await withSubtreeDetail(profile, this.#state, (key) => this.#feed.detail(profile, key));
    }
    catch {
      return profile;
    }
  }

  #fail(problem) {
    this.#shell.showProblem();
    showProblem(part('problem'), problem, this.#settings.exposeWith);
  }
}

/** `145 GB ± 0.8 % from 14,210 samples in 5 min`, of a route also `64,200 requests, 710 kB per request (exact)` */
function summarize({meta, tree}) {
  if (tree.total[0] === 0) {
    return '';
  }
  const error = meta.errorRatio > 0 ? ` ± ${formatPercent(meta.errorRatio)}` : '';
  const objects = meta.unit === 'objects' ? ' objects' : '';
  return `${formatValue(tree.total[0], meta.unit)}${objects}${error} from ${formatCount(meta.samples ?? 0)} samples `
      + `in ${formatSeconds(meta.seconds ?? 0)}${summarizeRoute(meta, tree.total[0])}`;
}

function summarizeRoute({route, unit}, whole) {
  return route?.requests > 0
    ? ` · ${formatCount(route.requests)} requests, ${formatPerRequest(whole, route.requests, unit)} (${route.mode})` : '';
}

function pick(source, names) {
  return Object.fromEntries(names.map((name) => [name, source[name]]));
}

new AllocationsPage(document.body.dataset, new AbortController().signal).start();
