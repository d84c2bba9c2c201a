import { DumpOrder } from './dump-order.js';
import { DumpProgress } from './dump-progress.js';
import { DumpRemoval } from './dump-removal.js';
import { DumpTable } from '../view/dump-table.js';
import { LivePage } from './live-page.js';
import { TriggerList } from '../view/trigger-list.js';
import { describeStore } from '../model/heap-dumps.js';
import { formatHeapState } from '../model/heap-state.js';
import { part, setText } from '../view/dom.js';

/** Heap dumps: those that are there, and one more. Where they are closed, the page says how to open them by itself. */
class HeapDumpsPage extends LivePage {
  #progress = new DumpProgress(part('progress'));
  #table = null;
  #triggers;
  #order = null;
  #shown = null;

  constructor(settings, signal) {
    super(settings, signal);
    const {heapdumpsUrl: url, heapdumpPage: page} = settings;
    if (url) {
      this.data.withHeapDumps();
      this.#triggers = new TriggerList(part('triggers'));
      this.#table = new DumpTable(part('dumps'), {
        fileUrl: ({id}, raw) => `${urlOf(url, id)}/file${raw ? '?raw=true' : ''}`,
        pageUrl: ({id}) => `${page}${formatHeapState({id})}`,
        onDelete: part('take') ? this.#actions(url, signal) : null,
      });
    }
  }

  // What may be done here, and the way to ask for a deletion.
  #actions(url, signal) {
    const wiring = {signal, progress: this.#progress, onDone: () => this.refresh()};
    this.#order = new DumpOrder(url, wiring);
    const removal = new DumpRemoval((id) => urlOf(url, id), wiring);
    return (dump) => removal.ask(dump);
  }

  draw() {
    super.draw();
    const {heapDumps: answer} = this.data;
    if (answer !== null && answer !== this.#shown) {
      this.#shown = answer;
      this.#show(answer);
    }
  }

  #show(answer) {
    const {dumps, rawDownload, triggers, store} = answer;
    setText(part('store'), describeStore(store));
    this.range.shell.showDumpCount(answer);
    this.#table.render(dumps, {rawDownload, empty: this.#order
      ? 'No heap dump yet. Take one with the button above, or turn on something below that does.'
      : 'No heap dump yet. What is turned on below takes one when it has a reason to.'});
    this.#triggers.render(triggers);
    this.#order?.render(answer);
    this.#progress.render(dumps);
  }
}

function urlOf(url, id) {
  return `${url}/${encodeURIComponent(id)}`;
}

new HeapDumpsPage(document.body.dataset, new AbortController().signal).start();
