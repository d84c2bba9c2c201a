import { AnalysedDump } from './heapdump/analysed-dump.js';
import { AnalysisNotice } from './heapdump/analysis-notice.js';
import { LiveData } from './live-data.js';
import { Problems } from './problems.js';
import { Shell } from './shell.js';
import { changeHeapState, formatHeapState, heapViews, parseHeapState } from '../model/heap-state.js';
import { defaultState } from '../model/url-state.js';
import { element, part, replaceKeepingFocus, setText } from '../view/dom.js';
import { formatBinaryBytes } from '../model/format.js';
import { isAnalysed, nameOf } from '../model/heap-dumps.js';
import { makePanel, panelOf } from './heapdump/views.js';

/** What is in a heap dump. What it shows is in the address; each change is a step of the browser's history. */
class HeapDumpPage {
  #settings;
  #signal;
  #state = parseHeapState(location.search);
  #shell;
  #data;
  #notice;
  #dump = null;
  #others = [];
  #panel = null;
  #shown = null;
  #life = new AbortController();

  constructor(settings, signal) {
    this.#settings = settings;
    this.#signal = signal;
    this.#shell = new Shell({signal, onRange() {}, onPause() {}});
    this.#shell.render({...defaultState(), paused: false}, '');
    const problems = new Problems(part('problem'), settings.exposeWith);
    this.#data = new LiveData(settings, {signal, isPaused: () => false, problems, onChange: () => this.#draw()});
    window.addEventListener('popstate', () => this.#show(parseHeapState(location.search)), {signal});
    part('view')?.addEventListener('click', (event) => this.#follow(event), {signal});
    part('tabs')?.addEventListener('click', (event) => this.#follow(event), {signal});
  }

  start() {
    const {heapdumpsUrl: url} = this.#settings;
    if (url) {
      this.#notice = new AnalysisNotice(this.#dumpUrl, {signal: this.#signal, onAsked: () => this.#data.refresh()});
      this.#data.withHeapDumps();
    }
    this.#data.refresh();
  }

  get #dumpUrl() {
    return `${this.#settings.heapdumpsUrl}/${encodeURIComponent(this.#state.id ?? '')}`;
  }

  #draw() {
    this.#shell.showFreshness(this.#data);
    const {heapDumps: answer} = this.#data;
    if (answer === null) {
      return;
    }
    this.#shell.showDumpCount(answer);
    const dump = answer.dumps.find(({id}) => id === this.#state.id);
    if (dump) {
      this.#describe(dump);
      this.#drawDump(dump, answer.dumps);
    }
    else {
      this.#close('gone', element('p', {class: 'hw-panel hw-panel__text'},
          'This heap dump is not here any more: it was deleted, or made room for others.'));
    }
  }

  #describe(dump) {
    setText(part('dump-name'), nameOf(dump));
    setText(part('dump-facts'), [typeof dump.sizeBytes === 'number' ? formatBinaryBytes(dump.sizeBytes) : null,
      dump.live ? 'reachable objects only' : null, dump.reason].filter(Boolean).join(', '));
    const download = part('download');
    download.hidden = typeof dump.sizeBytes !== 'number';
    download.href = `${this.#dumpUrl}/file`;
  }

  #drawDump(dump, dumps) {
    if (!isAnalysed(dump)) {
      this.#close('waiting');
      this.#notice.render(dump);
      return;
    }
    this.#notice.hide();
    this.#dump = dump;
    this.#others = dumps.filter((other) => other !== dump && isAnalysed(other));
    if (this.#panel === null) {
      this.#render();
    }
  }

  // Nothing of what was there before is to be used any more.
  #close(why, ...children) {
    if (this.#shown !== why) {
      this.#shown = why;
      this.#life.abort();
      this.#panel = null;
      part('tabs').hidden = true;
      part('view').replaceChildren(...children);
    }
  }

  #render() {
    this.#renderTabs();
    const panel = panelOf(this.#state);
    if (this.#panel === null || this.#shown !== panel) {
      this.#shown = panel;
      this.#life.abort();
      this.#life = new AbortController();
      this.#panel = makePanel(panel, part('view'), new AnalysedDump(this.#dumpUrl, this.#life.signal, this.#page));
    }
    this.#panel.show(this.#state);
  }

  get #page() {
    const page = this;
    return {
      get state() { return page.#state; },
      get dump() { return page.#dump; },
      get others() { return page.#others; },
      allocationsPage: this.#settings.allocationsPage ?? null,
      go: (change) => this.#visit(changeHeapState(this.#state, change)),
    };
  }

  #renderTabs() {
    const {view, node} = this.#state;
    const tabs = part('tabs');
    tabs.hidden = false;
    replaceKeepingFocus(tabs, ...heapViews.filter(({id}) => id !== 'object' || (view === 'object' && node)).map(({id, title}) => element('a', {
      class: 'hw-tabs__tab',
      href: formatHeapState(changeHeapState(this.#state, id === view ? {} : {view: id})),
      'aria-current': id === view ? 'page' : null,
    }, title)));
  }

  // Links within this page need not load it again; one opened elsewhere does.
  #follow(event) {
    const href = event.target.closest('a')?.getAttribute('href');
    if (href?.startsWith('?') && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      this.#visit(parseHeapState(href));
    }
  }

  #visit(state) {
    const {view, node} = this.#state;
    history.pushState(null, '', `${location.pathname}${formatHeapState(state)}`);
    this.#show(state);
    if (view !== state.view || node !== state.node) {
      scrollTo({top: 0, behavior: 'instant'});
    }
  }

  #show(state) {
    const isOther = state.id !== this.#state.id;
    this.#state = state;
    if (isOther) {
      this.#close('other');
      this.#draw();
    }
    else if (this.#panel !== null) {
      this.#render();
    }
  }
}

new HeapDumpPage(document.body.dataset, new AbortController().signal).start();
