import { element } from '../view/dom.js';
import { formatCount } from '../model/format.js';
import { problemsOf } from '../model/diagnosis.js';

const STORAGE_KEY = 'heapwise.findings';
const REMEMBERED_MILLIS = 5 * 60_000;

/**
 * How much is wrong, beside the link to the diagnosis. Pages that ask for the diagnosis anyway tell it; the others show
 * for some minutes what was told last in this tab, because a diagnosis is too much to ask for only to count in it.
 */
export class FindingCount {
  #host;

  constructor(host) {
    this.#host = host;
    const {at, count, severity} = remembered();
    if (at > Date.now() - REMEMBERED_MILLIS) {
      this.#show(count, severity);
    }
  }

  /** @param {{severity: string, findings: object[]}} diagnosis */
  render(diagnosis) {
    const count = problemsOf(diagnosis).length;
    this.#show(count, diagnosis.severity);
    remember({at: Date.now(), count, severity: diagnosis.severity});
  }

  #show(count, severity) {
    this.#host.hidden = !(count > 0);
    this.#host.dataset.severity = severity === 'critical' ? severity : 'warning';
    this.#host.replaceChildren(formatCount(count), element('span', {class: 'hw-visually-hidden'}, count === 1 ? ' problem' : ' problems'));
  }
}

// Another application at the same address is another one to tell of.
function storageKey() {
  return `${STORAGE_KEY} ${new URL(document.body.dataset.diagnosisUrl ?? '', location.href)}`;
}

function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey())) ?? {};
  }
  catch {
    return {};
  }
}

function remember(count) {
  try {
    sessionStorage.setItem(storageKey(), JSON.stringify(count));
  }
  catch {
    // Storage is closed to this page: the other pages show no number.
  }
}
