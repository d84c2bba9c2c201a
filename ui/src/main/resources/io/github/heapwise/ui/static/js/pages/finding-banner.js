import { describeEvidence, problemsOf, severityWord } from '../model/diagnosis.js';
import { part, setText } from '../view/dom.js';
import { showSeverityIcon } from '../view/severity-icon.js';

const NUMBERS = 2;

/** The worst of what is wrong, on top of the overview; nothing where nothing is. */
export class FindingBanner {
  #host = part('banner');

  /** @param {object} diagnosis as answered */
  render(diagnosis) {
    const [worst, ...others] = problemsOf(diagnosis);
    this.#host.hidden = worst === undefined;
    if (worst !== undefined) {
      this.#host.dataset.severity = worst.severity;
      showSeverityIcon(part('banner-icon'), worst.severity);
      setText(part('banner-severity'), `${severityWord(worst.severity)}: `);
      setText(part('banner-title'), worst.title);
      setText(part('banner-text'), describe(worst, others.length));
    }
  }
}

function describe({evidence}, others) {
  const numbers = evidence.slice(0, NUMBERS).map(describeEvidence).join('; ');
  return [numbers && `${numbers}.`, others > 0 && `And ${others} more.`].filter(Boolean).join(' ');
}
