import { describeCounts, describeLooked, problemsOf, stateOf } from '../../model/diagnosis.js';
import { formatClock } from '../../model/format.js';
import { part, setText } from '../../view/dom.js';
import { showSeverityIcon } from '../../view/severity-icon.js';

const IDLE = 'Use the application for half a minute: most rules judge it under load only. This page follows by itself.';

/** How the application is in one sentence, and what that rests on. */
export class VerdictPanel {
  #announced = null;

  /** @param {string} reason why there is no verdict yet */
  renderWaiting(reason) {
    setText(part('verdict-sentence'), reason);
  }

  /** @param {object} diagnosis as answered */
  render(diagnosis) {
    const {severity, word} = stateOf(diagnosis);
    part('verdict').dataset.severity = severity;
    showSeverityIcon(part('verdict-icon'), severity);
    setText(part('verdict-severity'), word);
    setText(part('verdict-sentence'), diagnosis.verdict);
    setText(part('verdict-looked'), describeLooked(diagnosis));
    setText(part('verdict-counts'), describeCounts(diagnosis));
    setText(part('verdict-hint'), IDLE);
    part('verdict-hint').hidden = Boolean(diagnosis.load);
    setText(part('asked'), `as of ${formatClock(Date.parse(diagnosis.time), true)}`);
    this.#announce(diagnosis, word);
  }

  // Numbers in the sentence change with every answer; what is worth saying is that something else is wrong.
  #announce(diagnosis, word) {
    const wrong = `${word} ${problemsOf(diagnosis).map(({id}) => id).sort()}`;
    if (wrong !== this.#announced) {
      this.#announced = wrong;
      setText(part('announcement'), `${word}: ${diagnosis.verdict}`);
    }
  }
}
