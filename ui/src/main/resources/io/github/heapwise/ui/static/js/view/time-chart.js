import uPlot from '../../vendor/uplot-1.6.32/uPlot.esm.js';
import { ChartCursor } from './chart-cursor.js';
import { ChartTable } from './chart-table.js';
import { chartOptions } from './chart-options.js';
import { element, setText } from './dom.js';
import { paintBreach, paintShades } from './time-shades.js';
import { readColors } from './theme.js';

const SERIES = ['1', '2', '3', '4', 'max', 'app', 'dep', 'jdk'];
const COLORS = Object.freeze({
  text: '--hw-color-text-faint',
  line: '--hw-color-line',
  shade: '--hw-series-shade',
  load: '--hw-series-load',
  breach: '--hw-series-breach',
  ...Object.fromEntries(SERIES.flatMap((name) => [[name, `--hw-series-${name}`], [`${name}Area`, `--hw-series-${name}-area`]])),
});

/**
 * A chart over time. It keeps its size and theme, draws at most once a frame and, as frames are what it draws in, never
 * while the tab is hidden. Beside the drawing stand its finding in words, a cursor for the keyboard and a table.
 */
export class TimeChart {
  #chart;
  #stage;
  #empty;
  #caption;
  #cursor;
  #table;
  #colors;
  #uplot = null;
  #observer;
  #listeners = new AbortController();
  #frame = 0;
  #scene = null;
  #logarithmic = false;

  /**
   * @param {HTMLElement} figure
   * @param {{signal: AbortSignal, name: string, series: Series[], format: (value: number) => string, binary?: boolean,
   *   compact?: boolean, syncKey?: string}} chart `binary` puts the lines of the grid at powers of two, `compact` has little room,
   *   charts of one `syncKey` share a cursor
   */
  constructor(figure, {signal, ...chart}) {
    this.#chart = chart;
    const ended = {signal: this.#listeners.signal};
    this.#stage = element('div', {class: 'hw-chart__stage', tabindex: 0, role: 'img', 'aria-label': chart.name});
    this.#empty = element('p', {class: 'hw-chart__empty', hidden: true});
    this.#caption = element('figcaption', {class: 'hw-visually-hidden'});
    const readout = element('p', {class: 'hw-chart__readout', 'aria-hidden': 'true', hidden: true});
    const announcement = element('div', {class: 'hw-visually-hidden', 'aria-live': 'polite'});
    figure.replaceChildren(element('div', {class: 'hw-chart__frame'}, this.#stage, readout, this.#empty), this.#caption, announcement);
    this.#cursor = new ChartCursor(this.#stage, {...ended, readout, announcement, describe: (index) => this.#describe(index)});
    this.#stage.addEventListener('blur', () => this.#label(), ended);
    this.#table = new ChartTable(figure, {...ended, ...chart});
    this.#colors = readColors(figure, COLORS);
    document.addEventListener('themechange', () => this.#adoptTheme(figure), ended);
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(this.#stage);
    signal.addEventListener('abort', () => this.destroy(), ended);
  }

  /**
   * @param {{columns: (number|null)[][], readings?: (number|null)[][], window: {from: number, to: number},
   *   finding: string, empty?: string|null, logarithmic?: boolean, shades?: {from: number, to: number, color?: string}[],
   *   breach?: {threshold: number, above: boolean}|null, remark?: (time: number) => string}} scene `columns` are times and what is drawn, `readings` what is read where
   *   that differs, `finding` a sentence, `empty` the sentence instead of data, `shades` spans of time to shade,
   *   `breach` what the first series is not to pass, and `remark` what to say at a time
   */
  render(scene) {
    this.#scene = {readings: scene.columns, logarithmic: false, empty: null, shades: [], breach: null, remark: () => '', ...scene};
    // Who stands on the chart would hear its name again with every answer.
    if (document.activeElement !== this.#stage) {
      this.#label();
    }
    setText(this.#caption, `${scene.finding}. Arrow keys move a cursor, Escape leaves it.`);
    setText(this.#empty, this.#scene.empty ?? '');
    this.#empty.hidden = !this.#scene.empty;
    this.#stage.dataset.state = this.#scene.empty ? 'empty' : 'drawn';
    this.#table.render(this.#scene.readings);
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  /** Frees the canvas, its listeners and observers. */
  destroy() {
    cancelAnimationFrame(this.#frame);
    this.#observer.disconnect();
    this.#listeners.abort();
    this.#uplot?.destroy();
    this.#uplot = null;
  }

  #label() {
    this.#stage.setAttribute('aria-label', this.#scene?.finding ?? this.#chart.name);
  }

  #draw() {
    const {clientWidth: width, clientHeight: height} = this.#stage;
    if (this.#scene === null || width === 0) {
      return;
    }
    const {columns, window: {from, to}, logarithmic} = this.#scene;
    this.#make(width, height, logarithmic);
    this.#uplot.batch(() => {
      this.#uplot.setData(columns, false);
      this.#uplot.setScale('x', {min: from, max: to});
    });
    this.#cursor.keep();
  }

  // A scale is of one kind for life.
  #make(width, height, logarithmic) {
    if (this.#uplot !== null && this.#logarithmic === logarithmic) {
      return;
    }
    this.#uplot?.destroy();
    this.#logarithmic = logarithmic;
    this.#uplot = new uPlot(chartOptions(this.#chart, {
      colors: () => this.#colors,
      font: getComputedStyle(this.#stage).fontFamily,
      logarithmic,
      width,
      height,
      onCursor: () => this.#cursor.update(),
      onClear: (u) => this.#paintBehind(u),
    }), this.#scene.columns, this.#stage);
    this.#cursor.attach(this.#uplot);
  }

  #paintBehind(u) {
    const {shades, breach} = this.#scene;
    paintShades(u, shades, this.#colors);
    if (breach !== null) {
      paintBreach(u, breach, this.#colors.breach);
    }
  }

  #resize() {
    const {clientWidth: width, clientHeight: height} = this.#stage;
    if (width > 0) {
      this.#uplot?.setSize({width, height});
      this.#draw();
    }
  }

  #adoptTheme(figure) {
    this.#colors = readColors(figure, COLORS);
    this.#uplot?.redraw(true);
  }

  #describe(index) {
    const [, ...readings] = this.#scene.readings;
    const known = this.#chart.series.map(({label, dash}, series) => ({label, dash, value: readings[series][index]}))
        .filter(({dash, value}) => !dash && value !== null && value !== undefined);
    const values = known.length === 0 ? ['no data'] : known.map(({label, value}) => `${label} ${this.#chart.format(value)}`);
    return [...values, this.#scene.remark(this.#scene.columns[0][index])].filter(Boolean).join(' · ');
  }
}
