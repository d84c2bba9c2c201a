import { CollectionRun } from './collection-run.js';
import { GcFigures } from './gc-figures.js';
import { GcTables } from './gc-tables.js';
import { HeapPanel } from './heap-panel.js';
import { KindChips } from '../view/kind-chips.js';
import { LivePage } from './live-page.js';
import { PausePanel } from './pause-panel.js';
import { describeMissed } from '../model/gaps.js';
import { p99Of } from '../model/gc-events.js';
import { part, setText } from '../view/dom.js';

const SYNC_KEY = 'gc';

/** What the collector does. */
class GcPage extends LivePage {
  #figures;
  #heap;
  #pauses;
  #chips;
  #tables;
  #hiddenKinds = new Set();

  constructor(settings, signal) {
    super(settings, signal);
    this.#figures = new GcFigures({signal});
    this.#heap = new HeapPanel({signal, syncKey: SYNC_KEY});
    this.#pauses = new PausePanel({signal, syncKey: SYNC_KEY});
    this.#chips = new KindChips(part('kinds'), {onToggle: (kind) => this.#toggle(kind)});
    this.#tables = new GcTables({signal});
    this.data.withCollections().withHistory();
    if (part('collect')) {
      new CollectionRun(settings.gcUrl, {signal, onCollected: () => this.refresh()});
    }
  }

  #toggle(kind) {
    if (!this.#hiddenKinds.delete(kind)) {
      this.#hiddenKinds.add(kind);
    }
    this.draw();
  }

  draw() {
    super.draw();
    const {window} = this;
    const {gc, events: all} = this.data;
    const inWindow = all.within(window);
    const events = inWindow.filter(({kind}) => !this.#hiddenKinds.has(kind));
    const shown = {events, window, waiting: gc === null ? this.problems.waiting('memorygc') : null};
    setText(part('summary'), describeMissed(all.missed, 'collection'));
    this.#figures.render({summary: gc?.summary, events: inWindow, window});
    this.#heap.render(shown);
    this.#pauses.render({...shown, p99Nanos: p99Of(gc?.summary)});
    this.#chips.render({events: inWindow, hiddenKinds: this.#hiddenKinds});
    this.#tables.render({gc, events, kept: all.all, hidden: inWindow.length - events.length, waiting: shown.waiting});
  }
}

new GcPage(document.body.dataset, new AbortController().signal).start();
