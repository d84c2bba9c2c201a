import { TimeChart } from '../../view/time-chart.js';
import { describeSeries, drawnWindow } from '../../model/evidence-series.js';
import { element, setText } from '../../view/dom.js';
import { formatQuantity } from '../../model/format.js';

/** How a number of the evidence moved: its threshold is a line, what passes it is shaded, and so is the time under load. */
export class EvidenceChart {
  root;
  #title = element('h3', {class: 'hw-evidence__title'});
  #figure = element('figure', {class: 'hw-chart hw-chart--small'});
  #make;
  #chart = null;
  #ended = new AbortController();

  /** @param {{signal: string, drawn: object}} evidence @param {{signal: AbortSignal, syncKey: string}} wiring */
  constructor({signal: name, drawn: {unit}}, {signal, syncKey}) {
    this.root = element('div', {class: 'hw-evidence__chart'}, this.#title, this.#figure);
    this.#make = () => new TimeChart(this.#figure, {
      signal: AbortSignal.any([signal, this.#ended.signal]),
      syncKey,
      name,
      format: (value) => formatQuantity(value, unit),
      binary: unit === 'bytes',
      compact: true,
      series: [{label: 'observed', color: '1', isolated: true}, {label: 'threshold', color: 'max', dash: true}],
    });
  }

  /** @param {object} evidence with what is drawn of it @param {{diagnosis: object}} shown the whole of it */
  render(evidence, {diagnosis}) {
    const {drawn} = evidence;
    const {times, values, threshold, above} = drawn;
    setText(this.#title, evidence.series.title ?? evidence.signal);
    // Colours are those of a place in the page, where it is only now.
    this.#chart ??= this.#make();
    this.#chart.render({
      columns: [times, values, times.map(() => threshold)],
      window: drawnWindow(evidence, times, diagnosis),
      finding: describeSeries(evidence, drawn),
      shades: diagnosis.load ? [loadShade(diagnosis.load)] : [],
      breach: threshold === null ? null : {threshold, above},
    });
  }

  /** Ends the chart. */
  destroy() {
    this.#ended.abort();
  }
}

function loadShade({from, to}) {
  return {from: Date.parse(from), to: Date.parse(to), color: 'load'};
}
