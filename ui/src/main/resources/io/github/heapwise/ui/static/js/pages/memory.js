import { LivePage } from './live-page.js';
import { MemoryCharts } from './memory-charts.js';
import { MemoryFigures } from './memory-figures.js';
import { MemoryTables } from './memory-tables.js';
import { describeMissed } from '../model/gaps.js';
import { part, setText } from '../view/dom.js';

/** What the process holds, and how it moves. */
class MemoryPage extends LivePage {
  #figures;
  #charts;
  #tables;
  #shownMemory = null;

  constructor(settings, signal) {
    super(settings, signal);
    this.#figures = new MemoryFigures({signal});
    this.#charts = new MemoryCharts({signal});
    this.#tables = new MemoryTables();
    this.data.withMemory().withHistory();
  }

  draw() {
    super.draw();
    const {window} = this;
    const {memory, history} = this.data;
    setText(part('summary'), describeMissed(history.missed, 'second'));
    this.#figures.render({memory, history, window});
    this.#charts.render({history, window, waiting: this.problems.waiting('memoryhistory')});
    if (memory !== null && memory !== this.#shownMemory) {
      this.#shownMemory = memory;
      this.#tables.render(memory);
      part('tables').hidden = false;
    }
  }
}

new MemoryPage(document.body.dataset, new AbortController().signal).start();
