import { Choice } from '../view/choice.js';
import { Segment } from '../view/segment.js';
import { formatRoundPercent } from '../model/format.js';
import { part } from '../view/dom.js';
import { profileParameters } from '../model/url-state.js';
import { rankClasses } from '../model/ranking.js';
import { routeName } from '../model/route-figures.js';

const MAX_CLASSES = 60;

/** What the server filters by: route, class, thread, bytes or objects; and the downloads of just that. */
export class ProfileFilters {
  #url;
  #route;
  #type;
  #thread;
  #unit;
  #routes = [];
  #classes = [];
  #threads = [];
  #meta = null;

  /** @param {{signal: AbortSignal, url: string, update: (change: object) => void}} wiring */
  constructor({signal, url, update}) {
    this.#url = url;
    this.#route = new Choice(part('route'), {signal, onChoose: (route) => update({route, zoom: null, selected: null})});
    this.#type = new Choice(part('type'), {signal, onChoose: (type) => update({type})});
    this.#thread = new Choice(part('thread'), {signal, onChoose: (thread) => update({thread})});
    this.#unit = new Segment(part('unit'), {signal, onChoose: (unit) => update({unit})});
    closeOutside(part('export'), signal);
  }

  /** Takes the choices from a profile. A filtered one knows only its own route or class, so it does not change that list. */
  adopt({meta, tree}, {type, route}) {
    this.#meta = meta;
    this.#threads = Array.from(new Set((meta.threads ?? []).map(({name}) => name)), (name) => ({value: name, label: name}));
    if (!route) {
      this.#routes = routesOf(meta, tree.total[0]);
    }
    if (!type) {
      this.#classes = rankClasses(tree).slice(0, MAX_CLASSES)
          .map(({name, value}) => ({value: name, label: `${name} · ${formatRoundPercent(value / tree.total[0])}`}));
    }
  }

  render(state) {
    this.#route.render(this.#routes, state.route);
    part('route').closest('label').hidden = this.#routes.length === 0 && !state.route;
    this.#type.render(this.#classes, state.type);
    this.#thread.render(this.#threads, state.thread);
    this.#unit.render(state.unit);
    this.#linkExports(state);
  }

  // With the instants of the profile on the page: the file shows what the page shows.
  #linkExports(state) {
    part('export').hidden = this.#meta === null;
    if (this.#meta === null) {
      return;
    }
    const parameters = profileParameters(state);
    parameters.set('from', this.#meta.from);
    parameters.set('to', this.#meta.to);
    part('export-html').href = `${this.#url}/flamegraph.html?${parameters}`;
    part('export-folded').href = `${this.#url}/folded.txt?${parameters}`;
  }
}

// Only bytes can be shared among routes.
function routesOf({routes = [], unit}, whole) {
  return routes.map((route) => {
    const share = unit === 'objects' || !(whole > 0) ? '' : ` · ${formatRoundPercent(route.bytes / whole)}`;
    return {value: routeName(route), label: `${routeName(route)}${share}`};
  });
}

function closeOutside(menu, signal) {
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target) || event.target.closest('a')) {
      menu.open = false;
    }
  }, {signal});
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  }, {signal});
}
