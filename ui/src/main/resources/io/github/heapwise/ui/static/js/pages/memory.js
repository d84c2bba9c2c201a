import { LiveData } from './live-data.js';
import { MemoryCharts } from './memory-charts.js';
import { MemoryFigures } from './memory-figures.js';
import { MemoryTables } from './memory-tables.js';
import { Problems } from './problems.js';
import { Range } from './range.js';
import { describeMissed } from '../model/gaps.js';
import { part, setText } from '../view/dom.js';

/** What the process holds, and how it moves. */
class MemoryPage {
  #range;
  #problems;
  #data;
  #figures;
  #charts;
  #tables;
  #shownMemory = null;

  constructor(settings, signal) {
    this.#range = new Range({signal, onChange: () => this.#onRange()});
    this.#problems = new Problems(part('problem'), settings.exposeWith);
    this.#figures = new MemoryFigures({signal});
    this.#charts = new MemoryCharts({signal});
    this.#tables = new MemoryTables();
    this.#data = new LiveData(settings, {
      signal,
      isPaused: () => this.#range.stopped,
      problems: this.#problems,
      onChange: () => this.#draw(),
    }).withMemory().withHistory();
  }

  start() {
    this.#data.refresh();
    this.#draw();
  }

  #onRange() {
    this.#draw();
    if (!this.#range.state.paused) {
      this.#data.refresh();
    }
  }

  #draw() {
    const {memory, history, span} = this.#data;
    const window = this.#range.window(span);
    this.#range.shell.showFreshness(this.#data);
    setText(part('summary'), describeMissed(history.missed, 'second'));
    this.#figures.render({memory, history, window});
    this.#charts.render({history, window, waiting: this.#problems.waiting('memoryhistory')});
    if (memory !== null && memory !== this.#shownMemory) {
      this.#shownMemory = memory;
      this.#tables.render(memory);
      part('tables').hidden = false;
    }
  }
}

new MemoryPage(document.body.dataset, new AbortController().signal).start();
