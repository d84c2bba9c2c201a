import { FindingCard } from './diagnosis/finding-card.js';
import { KeyedList } from '../view/keyed-list.js';
import { LivePage } from './live-page.js';
import { ReportActions } from './diagnosis/report-actions.js';
import { RuleLists } from './diagnosis/rule-lists.js';
import { VerdictPanel } from './diagnosis/verdict-panel.js';
import { keepingPlace } from '../view/steady-place.js';
import { part } from '../view/dom.js';

const READ = '.hw-finding, [data-hw="undecided"], [data-hw="passed"]';

/** What is wrong, by what evidence, and what to do about it. */
class DiagnosisPage extends LivePage {
  #verdict = new VerdictPanel();
  #rules = new RuleLists();
  #cards;
  #shown = null;

  constructor(settings, signal) {
    super(settings, signal);
    this.data.withDiagnosis();
    this.#cards = new KeyedList(part('findings'), {
      keyOf: ({id}) => id,
      make: (finding) => new FindingCard(finding, {signal, settings}),
    });
    if (part('actions')) {
      new ReportActions(settings.diagnosisUrl, {signal, onRefresh: () => this.refresh()});
    }
  }

  draw() {
    super.draw();
    const {diagnosis} = this.data;
    if (diagnosis === null) {
      this.#verdict.renderWaiting(this.problems.waiting('memorydiagnosis'));
    }
    else if (diagnosis !== this.#shown) {
      this.#shown = diagnosis;
      keepingPlace(Array.from(document.querySelectorAll(READ)), () => this.#show(diagnosis));
    }
  }

  #show(diagnosis) {
    part('actions').hidden = false;
    this.range.shell.showFindings(diagnosis);
    this.#verdict.render(diagnosis);
    this.#cards.render(diagnosis.findings, {diagnosis});
    this.#rules.render(diagnosis);
  }
}

new DiagnosisPage(document.body.dataset, new AbortController().signal).start();
