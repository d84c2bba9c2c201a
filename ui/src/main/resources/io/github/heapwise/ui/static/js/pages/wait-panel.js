import { figureOf, worstOf } from '../model/waits.js';
import { part, setText } from '../view/dom.js';

/** A table of what tasks wait for, and the chart of the chosen one: the one where they wait longest, unless somebody chooses. */
export class WaitPanel {
  #table;
  #chart;
  #title;
  #kind;
  #choice = null;

  /**
   * @param {{table: WorkerTable|LoopTable, chart: WaitChart, title: string, kind: {columns: string, word: string,
   *   distributionOf: (thing: object) => object}}} parts `title` is the part that names the chosen one, `columns` begins
   *   the names of columns
   */
  constructor({table, chart, title, kind}) {
    this.#table = table;
    this.#chart = chart;
    this.#title = part(title);
    this.#kind = kind;
  }

  /** @param {string|null} name the one to show from now on, `null` for the one where they wait longest */
  choose(name) {
    this.#choice = name;
  }

  /** @param {object[]} things as answered @param {object} shown what all charts share @param {boolean} withTable */
  render(things, shown, withTable) {
    const {columns, word, distributionOf} = this.#kind;
    const chosen = things.find(({name}) => name === this.#choice)
        ?? worstOf(things, (thing) => figureOf(distributionOf(thing), 'p99Nanos') ?? 0);
    if (withTable) {
      this.#table.render(things, chosen?.name ?? null);
    }
    if (chosen !== null) {
      setText(this.#title, `${word} of ${chosen.name}`);
      this.#chart.render({...shown, subject: `${word} of ${chosen.name}`, prefix: `${columns}.${chosen.name}`});
    }
  }
}
