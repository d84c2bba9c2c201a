import { ClassTable, YourCodeTable } from './top-tables.js';
import { FindingBanner } from './finding-banner.js';
import { HeapPanel } from './heap-panel.js';
import { LivePage } from './live-page.js';
import { OverviewFigures } from './overview-figures.js';
import { PausePanel } from './pause-panel.js';
import { emptiness, notExposed } from './problems.js';
import { ProfileFeed } from './profile-feed.js';
import { RatePanel } from './rate-panel.js';
import { TopRoutes } from './route-table.js';
import { Timeline } from '../model/timeline.js';
import { describeRecording } from '../model/profile-notes.js';
import { heaviestPerRequest } from '../model/route-figures.js';
import { p99Of } from '../model/gc-events.js';
import { part, setText } from '../view/dom.js';

const ROWS = 8;
const ROUTES = 3;
const ALLOCATIONS = 'memoryallocations';
const SYNC_KEY = 'overview';

/** The state of the application at a glance: figures, three charts with one cursor, the first answers. */
class OverviewPage extends LivePage {
  #settings;
  #figures;
  #heap;
  #rate;
  #pauses;
  #yourCode;
  #classes;
  #routes;
  #shownRoutes = null;
  #banner = new FindingBanner();
  #shownDiagnosis = null;
  #feed;
  #profile = null;
  #failed = false;
  #timeline = new Timeline();

  constructor(settings, signal) {
    super(settings, signal);
    this.#settings = settings;
    this.#figures = new OverviewFigures({signal});
    this.#heap = new HeapPanel({signal, syncKey: SYNC_KEY});
    this.#rate = new RatePanel({signal, syncKey: SYNC_KEY});
    this.#pauses = new PausePanel({signal, syncKey: SYNC_KEY});
    this.#yourCode = new YourCodeTable(part('your-code'), {
      note: 'with the libraries it calls, in range',
      limit: ROWS,
      hrefOf: (focus) => this.#flameGraph({focus}),
    });
    this.#classes = new ClassTable(part('classes'), {limit: ROWS, hrefOf: (type) => this.#flameGraph({type})});
    this.#routes = new TopRoutes(part('routes'), {limit: ROUTES, hrefOf: (route) => this.#flameGraph({route})});
    this.data.withMemory().withHistory().withCollections();
    // What only some applications have is not missed here.
    if (settings.routesUrl) {
      this.data.withRoutes();
    }
    if (settings.diagnosisUrl) {
      this.data.withDiagnosis();
    }
    this.#feed = new ProfileFeed(settings.allocationsUrl, {
      signal,
      state: () => this.range.state,
      onProfile: (profile) => this.#show(profile),
      onProblem: (problem) => this.#fail(problem),
    });
  }

  refresh() {
    super.refresh();
    if (this.#settings.allocationsUrl) {
      this.#feed.refresh();
    }
    else {
      this.#fail(notExposed());
    }
  }

  #flameGraph(change) {
    return this.#settings.allocationsPage + this.range.query(change);
  }

  #show(profile) {
    const {meta} = profile;
    const empty = emptiness(profile);
    this.#profile = profile;
    this.#failed = false;
    this.#timeline = new Timeline(meta.timeline);
    this.problems.report(ALLOCATIONS, empty && {message: `${empty.title}. ${empty.text}`});
    this.range.shell.showRecorder(meta.recorder);
    setText(part('recording'), describeRecording(profile));
    part('tables').hidden = false;
    this.#yourCode.render(profile);
    this.#classes.render(profile);
    this.draw();
  }

  draw() {
    const {window} = this;
    const events = this.data.events.within(window);
    const waiting = this.data.gc === null ? this.problems.waiting('memorygc') : null;
    // The recorder says more than that data arrive.
    if (this.#failed) {
      super.draw();
    }
    this.#figures.render({data: this.data, profile: this.#profile, window});
    this.#heap.render({events, window, waiting});
    this.#pauses.render({events, window, p99Nanos: p99Of(this.data.gc?.summary), waiting});
    this.#rate.render({timeline: this.#timeline, window, waiting: this.#profile === null ? this.problems.waiting(ALLOCATIONS) : null});
    this.#showRoutes();
    this.#showDiagnosis();
  }

  #showRoutes() {
    const {routes} = this.data;
    if (routes !== null && routes !== this.#shownRoutes) {
      this.#shownRoutes = routes;
      this.#routes.render(heaviestPerRequest(routes, ROUTES));
      part('routes').hidden = routes.routes.length === 0;
    }
  }

  #showDiagnosis() {
    const {diagnosis} = this.data;
    if (diagnosis !== null && diagnosis !== this.#shownDiagnosis) {
      this.#shownDiagnosis = diagnosis;
      this.range.shell.showFindings(diagnosis);
      this.#banner.render(diagnosis);
    }
  }

  // The live data reach up to now, profiles often further back.
  get window() {
    const {earliest, latest} = this.data.span;
    const {start, end, length} = this.#timeline;
    return this.range.window(length === 0 ? {earliest, latest}
      : {earliest: Math.min(earliest, start), latest: Number.isFinite(latest) ? latest : end});
  }

  #fail(problem) {
    this.#failed = true;
    this.problems.report(ALLOCATIONS, problem);
    this.draw();
  }
}

new OverviewPage(document.body.dataset, new AbortController().signal).start();
