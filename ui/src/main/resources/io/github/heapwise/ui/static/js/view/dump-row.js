import { describeState, factsOf, formatMillis, isAnalysed, isComplete, isUnderWay, momentOf, nameOf, triggerOf } from '../model/heap-dumps.js';
import { element, meter, setText } from './dom.js';
import { formatBinaryBytes, formatMoment } from '../model/format.js';

/** A heap dump: its row and, below, the facts that unfold. */
export class DumpRow {
  element;
  #links;
  #shown = '';
  #dump;
  #parts = {
    taken: element('time'),
    why: element('div', {class: 'hw-dumps__why'}),
    state: element('div', {class: 'hw-dumps__state'}),
    size: element('span'),
    pause: element('span'),
    look: element('a', {class: 'hw-button'}),
    download: element('a', {class: 'hw-button'}, 'Download'),
    remove: element('button', {class: 'hw-button', type: 'button'}),
    unfold: element('button', {class: 'hw-button', type: 'button', 'aria-expanded': 'false'}, 'Facts'),
    facts: element('td', {role: 'cell', colspan: 6}),
  };

  /** @param {string} id @param {object} links as of the table */
  constructor(id, links) {
    this.#links = links;
    const {taken, why, state, size, pause, look, download, remove, unfold, facts} = this.#parts;
    const unfolded = element('tr', {role: 'row', id: `facts-${id}`, class: 'hw-dumps__facts', hidden: true}, facts);
    const cell = (name, ...children) => element('td', {role: 'cell', class: `hw-dumps__${name}-cell`}, ...children);
    unfold.setAttribute('aria-controls', unfolded.id);
    unfold.addEventListener('click', () => unfold.setAttribute('aria-expanded', String(!(unfolded.hidden = !unfolded.hidden))));
    remove.addEventListener('click', () => links.onDelete(this.#dump));
    this.element = element('tbody', {role: 'rowgroup', 'data-dump': id},
        element('tr', {role: 'row', class: 'hw-dumps__row'},
            element('th', {scope: 'row', role: 'rowheader', class: 'hw-dumps__taken-cell'}, taken), cell('why', why), cell('state', state),
            cell('size', size), cell('pause', pause),
            cell('actions', element('div', {class: 'hw-dumps__actions'}, look, download, links.onDelete && remove, unfold))), unfolded);
  }

  /** @param {object} dump @param {{rawDownload: boolean}} permitted */
  render(dump, {rawDownload}) {
    const shown = JSON.stringify([dump, rawDownload]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#dump = dump;
      this.#draw(dump, rawDownload);
    }
  }

  #draw(dump, rawDownload) {
    const {taken, why, state, size, pause, facts} = this.#parts;
    setText(taken, formatMoment(momentOf(dump)));
    taken.dateTime = dump.time ?? dump.requestedAt;
    why.replaceChildren(...reasons(dump));
    state.dataset.state = dump.state;
    state.replaceChildren(...stateMarks(dump));
    setText(size, typeof dump.sizeBytes === 'number' ? formatBinaryBytes(dump.sizeBytes) : '–');
    setText(pause, dump.pauseMillis >= 0 ? formatMillis(dump.pauseMillis) : '–');
    facts.replaceChildren(factList(dump), ...this.#rawDownload(dump, rawDownload));
    this.#drawActions(dump);
  }

  #drawActions(dump) {
    const {look, download, remove, unfold} = this.#parts;
    const name = nameOf(dump);
    look.hidden = download.hidden = !isComplete(dump);
    look.href = this.#links.pageUrl(dump);
    setText(look, isAnalysed(dump) ? 'Look' : 'Analyse');
    look.setAttribute('aria-label', `${isAnalysed(dump) ? 'Look into' : 'Analyse'} the heap dump of ${name}`);
    download.href = this.#links.fileUrl(dump, false);
    download.setAttribute('aria-label', `Download the heap dump of ${name}, without values`);
    setText(remove, dump.state === 'queued' ? 'Cancel' : 'Delete');
    remove.setAttribute('aria-label', `${remove.textContent} the heap dump of ${name}`);
    unfold.setAttribute('aria-label', `Facts of the heap dump of ${name}`);
  }

  // One that was redacted when it was written has nothing more to give.
  #rawDownload(dump, permitted) {
    return permitted && isComplete(dump) && !dump.redacted ? [element('p', {class: 'hw-dumps__raw'},
        element('a', {class: 'hw-button', href: this.#links.fileUrl(dump, true)}, 'Download with all values'),
        element('span', {}, 'contains everything that was in memory, passwords and personal data included; each such download is logged'))] : [];
  }
}

function reasons({trigger, reason, live, failure}) {
  return [
    element('span', {class: 'hw-dumps__trigger', title: triggerOf(trigger).text}, triggerOf(trigger).name),
    live ? element('span', {class: 'hw-faint'}, ' reachable objects only') : null,
    reason ? element('span', {class: 'hw-dumps__reason'}, reason) : null,
    failure ? element('span', {class: 'hw-dumps__failure'}, failure) : null,
  ].filter(Boolean);
}

function stateMarks(dump) {
  const text = describeState(dump);
  return isUnderWay(dump) && dump.state !== 'queued' ? [text, meter(dump.progressRatio, {wide: true})] : [text];
}

function factList(dump) {
  return element('dl', {class: 'hw-list'}, ...factsOf(dump).flatMap(([label, text]) => [element('dt', {}, label), element('dd', {}, text)]));
}
