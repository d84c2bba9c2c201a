import { LatencyFigures } from './latency-figures.js';
import { LivePage } from './live-page.js';
import { LoopTable, WorkerTable } from './latency-tables.js';
import { StackList } from '../view/stack-list.js';
import { WaitChart } from './wait-chart.js';
import { WaitPanel } from './wait-panel.js';
import { blockingStacks, describeOmitted, pauseSpans } from '../model/waits.js';
import { describeMissed } from '../model/gaps.js';
import { part, setText } from '../view/dom.js';

const TABLES_MILLIS = 5000;
// In this order: of a second with few values the percentile is the longest, and what is drawn later is seen.
const P50 = {label: 'p50', color: '3', column: 'p50Nanos'};
const P99 = {label: 'p99', color: '2', column: 'p99Nanos'};
const LONGEST = {label: 'longest', color: '4', column: 'maxNanos'};

/** Who waits, and for how long. */
class LatencyPage extends LivePage {
  #figures;
  #requests;
  #stall;
  #workers;
  #loops;
  #stacks = new StackList(part('stacks'));
  #tablesAt = -Infinity;
  #asked = null;

  constructor(settings, signal) {
    super(settings, signal);
    this.#figures = new LatencyFigures({signal});
    this.#requests = new WaitChart('requests-chart', {signal, name: 'Latency of requests', series: [P50, P99]});
    this.#stall = new WaitChart('stall-chart', {signal, name: 'Stall of the process', series: [LONGEST, P99, P50]});
    this.#workers = new WaitPanel({
      table: new WorkerTable(part('workers'), {onChoose: (name) => this.#choose(this.#workers, name)}),
      chart: new WaitChart('worker-chart', {signal, name: 'Start delay', series: [LONGEST]}),
      title: 'worker-title',
      kind: {columns: 'workers', word: 'Start delay', distributionOf: ({startDelay}) => startDelay},
    });
    this.#loops = new WaitPanel({
      table: new LoopTable(part('loops'), {onChoose: (name) => this.#choose(this.#loops, name)}),
      chart: new WaitChart('loop-chart', {signal, name: 'Event-loop delay', series: [LONGEST, P99]}),
      title: 'loop-title',
      kind: {columns: 'eventLoops', word: 'Delay', distributionOf: ({delay}) => delay},
    });
    this.#adoptAddress(new URLSearchParams(location.search));
    this.data.withLatency().withCollections();
  }

  // A link may name what it is about.
  #adoptAddress(query) {
    this.#asked = query.has('pool') ? 'worker-panel' : query.has('loop') ? 'event-loops' : null;
    this.#workers.choose(query.get('pool'));
    this.#loops.choose(query.get('loop'));
  }

  #choose(panel, name) {
    panel.choose(name);
    this.#tablesAt = -Infinity;
    this.draw();
  }

  draw() {
    super.draw();
    const {window} = this;
    const {latency, latencyHistory: history, events} = this.data;
    setText(part('summary'), describeMissed(history.missed, 'second'));
    const shown = {
      history,
      window,
      pauses: pauseSpans(events.within(window)),
      intervalMillis: latency?.intervalMillis ?? 0,
      waiting: latency === null ? this.problems.waiting('memorylatency') : 'Nothing was measured in this range.',
    };
    this.#requests.render({...shown, subject: 'Requests', prefix: 'requests', waiting: latency === null ? shown.waiting
      : latency.requestsUnavailableReason ?? 'No request in this range.'});
    this.#stall.render({...shown, subject: 'Stall', prefix: 'stall'});
    if (latency !== null) {
      this.#figures.render({latency, history, window});
      this.#showWaits(latency, shown);
    }
  }

  // A table that moves every second cannot be read.
  #showWaits(latency, shown) {
    const {workers = [], eventLoops = []} = latency;
    const withTables = performance.now() - this.#tablesAt >= TABLES_MILLIS;
    part('pools').hidden = false;
    part('worker-panel').hidden = workers.length === 0;
    part('event-loops').hidden = eventLoops.length === 0;
    this.#workers.render(workers, shown, withTables);
    this.#loops.render(eventLoops, shown, withTables);
    if (withTables) {
      const stacks = blockingStacks(latency);
      this.#tablesAt = performance.now();
      showOmitted('workers-omitted', latency.omittedWorkers, 'pool');
      showOmitted('loops-omitted', latency.omittedEventLoops, 'event loop');
      this.#stacks.render(stacks);
      part('blocked').hidden = stacks.length === 0;
      this.#showAsked();
    }
  }

  #showAsked() {
    if (this.#asked !== null) {
      part(this.#asked).scrollIntoView({block: 'center'});
      this.#asked = null;
    }
  }
}

function showOmitted(name, count, what) {
  setText(part(name), describeOmitted(count, what));
  part(name).hidden = !(count > 0);
}

new LatencyPage(document.body.dataset, new AbortController().signal).start();
