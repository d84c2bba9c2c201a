import { element } from './dom.js';
import { formatClock } from '../model/format.js';

const ROWS = 60;

/**
 * What a chart shows, as a table for who prefers one. It is filled when it is opened and then stands still: a table
 * that moves every second cannot be read.
 */
export class ChartTable {
  #details;
  #series;
  #format;
  #columns = [[]];

  /** @param {{signal: AbortSignal, name: string, series: Series[], format: (value: number) => string}} chart */
  constructor(figure, {signal, name, series, format}) {
    this.#series = series;
    this.#format = format;
    this.#details = element('details', {class: 'hw-twin'}, element('summary', {class: 'hw-twin__summary'},
        'As a table', element('span', {class: 'hw-visually-hidden'}, `: ${name}`)));
    this.#details.addEventListener('toggle', () => this.#fill(), {signal});
    figure.append(this.#details);
  }

  /** @param {(number|null)[][]} columns times, then the values of each series */
  render(columns) {
    this.#columns = columns;
  }

  #fill() {
    this.#details.querySelector('.hw-twin__scroll')?.remove();
    if (this.#details.open) {
      this.#details.append(element('div', {class: 'hw-twin__scroll', tabindex: 0, role: 'region', 'aria-label': 'Table'},
          this.#table()));
    }
  }

  #table() {
    const rows = this.#latest();
    return element('table', {class: 'hw-table'},
        element('caption', {class: 'hw-twin__caption'}, rows.length === 0 ? 'Nothing yet.'
          : `The latest ${rows.length} as of ${formatClock(this.#columns[0].at(-1), true)}; open it again for later ones.`),
        element('thead', {}, element('tr', {}, ...['Time', ...this.#series.map(({label}) => label)]
            .map((title) => element('th', {scope: 'col'}, title)))),
        element('tbody', {}, ...rows.map((index) => this.#row(index))));
  }

  // Rows without any value only break the lines.
  #latest() {
    const [times, ...values] = this.#columns;
    const rows = [];
    for (let i = times.length - 1; i >= 0 && rows.length < ROWS; i--) {
      if (values.some((column) => column[i] !== null && column[i] !== undefined)) {
        rows.push(i);
      }
    }
    return rows;
  }

  #row(index) {
    const [times, ...values] = this.#columns;
    return element('tr', {}, element('th', {scope: 'row'}, formatClock(times[index], true)),
        ...values.map((column) => element('td', {}, column[index] === null || column[index] === undefined ? ''
          : this.#format(column[index]))));
  }
}
