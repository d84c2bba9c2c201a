import { EvidenceChart } from './evidence-chart.js';
import { EvidenceRow } from './evidence-row.js';
import { KeyedList } from '../../view/keyed-list.js';
import { confidenceWords, nextUrl, severityWord, usualSpan } from '../../model/diagnosis.js';
import { drawable } from '../../model/evidence-series.js';
import { element, setText } from '../../view/dom.js';
import { markdownText } from '../../view/markdown-text.js';
import { showSeverityIcon } from '../../view/severity-icon.js';

const GONE = 'Not found any more: this card goes when you are done reading it.';
const TITLE_LINE = /^\s*# .*\n/;
const EXPLANATION_LEVEL = 3;

/** What is wrong: how bad it is, the numbers behind it, what to do and where to look next. */
export class FindingCard {
  root;
  #settings;
  #ended = new AbortController();
  #rows;
  #charts;
  #said = {advice: null, explanation: null};
  #parts = {
    icon: element('span', {class: 'hw-severity-icon', 'aria-hidden': 'true'}),
    severity: element('span', {class: 'hw-severity'}),
    title: element('h2', {class: 'hw-finding__title'}),
    about: element('p', {class: 'hw-finding__about'}),
    span: element('span', {class: 'hw-evidence__span'}),
    rows: element('tbody'),
    keys: element('p', {class: 'hw-finding__keys'}),
    loadKey: key('load', 'under load'),
    thresholdKey: key('max', 'threshold'),
    breachKey: key('breach', 'beyond it'),
    charts: element('div', {class: 'hw-finding__charts'}),
    advice: element('ol', {class: 'hw-finding__advice'}),
    next: element('a', {class: 'hw-button hw-button--primary hw-finding__next'}),
    more: element('details', {class: 'hw-finding__more'}),
    moreTitle: element('summary', {class: 'hw-finding__summary'}),
  };

  /** @param {{id: string}} finding @param {{signal: AbortSignal, settings: DOMStringMap}} wiring `settings` hold the addresses of pages */
  constructor({id}, {signal, settings}) {
    this.#settings = settings;
    const ended = AbortSignal.any([signal, this.#ended.signal]);
    const {rows, charts} = this.#parts;
    this.#rows = new KeyedList(rows, {keyOf: ({index}) => index, make: () => new EvidenceRow()});
    this.#charts = new KeyedList(charts, {
      keyOf: ({index, drawn}) => `${index} ${drawn.unit}`,
      make: (evidence) => new EvidenceChart(evidence, {signal: ended, syncKey: id}),
    });
    this.root = this.#layout(id);
  }

  /** @param {object} finding as answered @param {{diagnosis: object}} shown the whole of it */
  render(finding, {diagnosis}) {
    const {icon, severity, title, about} = this.#parts;
    this.root.dataset.severity = finding.severity;
    delete this.root.dataset.state;
    showSeverityIcon(icon, finding.severity);
    setText(severity, severityWord(finding.severity));
    setText(title, finding.title);
    setText(about, [confidenceWords(finding.confidence), `rule ${finding.id}`].filter(Boolean).join(' · '));
    this.#renderEvidence(finding.evidence, diagnosis);
    this.#renderAdvice(finding.advice);
    this.#renderNext(finding.next);
    this.#renderExplanation(finding.explanation);
  }

  /** Whether somebody is at it. */
  isRead() {
    return this.root.querySelector('details[open]') !== null || this.root.contains(document.activeElement);
  }

  /** Says that it is not found any more. */
  markGone() {
    this.root.dataset.state = 'gone';
    setText(this.#parts.about, GONE);
  }

  /** Ends its charts. */
  destroy() {
    this.#ended.abort();
  }

  #layout(id) {
    const {icon, severity, title, about, span, rows, keys, charts, advice, next, more, moreTitle} = this.#parts;
    const titleId = `hw-finding-${id}`;
    title.id = titleId;
    more.append(moreTitle);
    keys.append(this.#parts.loadKey, this.#parts.thresholdKey, this.#parts.breachKey);
    return element('article', {class: 'hw-panel hw-finding', 'aria-labelledby': titleId},
        element('header', {class: 'hw-finding__head'}, icon,
            element('div', {class: 'hw-finding__heading'}, element('p', {class: 'hw-finding__kind'}, severity), title, about)),
        element('div', {class: 'hw-finding__body'},
            element('div', {class: 'hw-finding__evidence'},
                element('table', {class: 'hw-table hw-evidence', 'aria-label': 'Evidence'}, headings(span), rows), keys, charts),
            element('div', {class: 'hw-finding__todo'}, element('h3', {}, 'What to do'), advice,
                element('p', {}, next), more)));
  }

  #renderEvidence(evidence, diagnosis) {
    const numbers = evidence.map((one, index) => ({...one, index, drawn: drawable(one)}));
    const drawn = numbers.filter((one) => one.drawn !== null);
    const span = usualSpan(evidence);
    setText(this.#parts.span, span);
    this.#rows.render(numbers, {span});
    this.#charts.render(drawn, {diagnosis});
    this.#renderKeys(drawn, diagnosis.load);
  }

  #renderKeys(evidence, load) {
    const {keys, charts, loadKey, thresholdKey, breachKey} = this.#parts;
    const compared = evidence.some(({drawn}) => drawn.threshold !== null);
    charts.hidden = evidence.length === 0;
    keys.hidden = evidence.length === 0;
    loadKey.hidden = !load;
    thresholdKey.hidden = !compared;
    breachKey.hidden = !compared;
  }

  // What is the same stays as it is, for who reads or marks it.
  #renderAdvice(advice) {
    const said = advice.join('\n');
    if (said !== this.#said.advice) {
      this.#said.advice = said;
      this.#parts.advice.replaceChildren(...advice.map((sentence) => element('li', {}, sentence)));
    }
  }

  #renderNext(next) {
    const url = next ? nextUrl(next, this.#settings) : null;
    const {next: link} = this.#parts;
    link.hidden = url === null;
    if (url !== null) {
      link.setAttribute('href', url);
      setText(link, next.title);
    }
  }

  #renderExplanation(explanation) {
    const {more, moreTitle} = this.#parts;
    const text = explanation?.markdown ?? '';
    more.hidden = text === '';
    if (text !== this.#said.explanation) {
      this.#said.explanation = text;
      setText(moreTitle, `Read more: ${explanation?.title ?? ''}`);
      more.replaceChildren(moreTitle, markdownText(text.replace(TITLE_LINE, ''), {level: EXPLANATION_LEVEL}));
    }
  }
}

function headings(span) {
  return element('thead', {}, element('tr', {}, element('th', {scope: 'col'}, 'Evidence ', span),
      element('th', {scope: 'col'}, 'observed'), element('th', {scope: 'col'}, 'threshold')));
}

function key(swatch, text) {
  return element('span', {class: 'hw-key'}, element('span', {class: `hw-swatch hw-swatch--${swatch}`}), text);
}
