import { Choice } from '../view/choice.js';
import { Segment } from '../view/segment.js';
import { formatRoundPercent } from '../model/format.js';
import { part } from '../view/dom.js';
import { profileParameters } from '../model/url-state.js';
import { rankClasses } from '../model/ranking.js';

const MAX_CLASSES = 60;

/** What the server filters by: class, thread, bytes or objects; and the downloads of just that. */
export class ProfileFilters {
  #url;
  #type;
  #thread;
  #unit;
  #classes = [];
  #threads = [];
  #meta = null;

  /** @param {{signal: AbortSignal, url: string, update: (change: object) => void}} wiring */
  constructor({signal, url, update}) {
    this.#url = url;
    this.#type = new Choice(part('type'), {signal, onChoose: (type) => update({type})});
    this.#thread = new Choice(part('thread'), {signal, onChoose: (thread) => update({thread})});
    this.#unit = new Segment(part('unit'), {signal, onChoose: (unit) => update({unit})});
    closeOutside(part('export'), signal);
  }

  /** Takes the choices from a profile. A filtered one knows only its own class, so it does not change the list. */
  adopt({meta, tree}, {type}) {
    this.#meta = meta;
    this.#threads = Array.from(new Set((meta.threads ?? []).map(({name}) => name)), (name) => ({value: name, label: name}));
    if (!type) {
      this.#classes = rankClasses(tree).slice(0, MAX_CLASSES)
          .map(({name, value}) => ({value: name, label: `${name} · ${formatRoundPercent(value / tree.total[0])}`}));
    }
  }

  render(state) {
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
