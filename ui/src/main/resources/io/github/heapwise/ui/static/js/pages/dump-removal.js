import { deleteHeapDump } from '../api/endpoints.js';
import { explainRefusal } from './refusal.js';
import { formatBinaryBytes } from '../model/format.js';
import { nameOf } from '../model/heap-dumps.js';
import { part, setText } from '../view/dom.js';

/** Deletes heap dumps, and asks first. */
export class DumpRemoval {
  #urlOf;
  #wiring;
  #dialog = part('delete-dialog');
  #dump = null;

  /** @param {(id: string) => string} urlOf @param {{signal: AbortSignal, progress: DumpProgress, onDone: () => void}} wiring */
  constructor(urlOf, wiring) {
    this.#urlOf = urlOf;
    this.#wiring = wiring;
    const {signal} = wiring;
    part('delete-cancel').addEventListener('click', () => this.#dialog.close(), {signal});
    part('delete-confirm').addEventListener('click', () => this.#delete(), {signal});
  }

  /** @param {object} dump which one */
  ask(dump) {
    this.#dump = dump;
    const queued = dump.state === 'queued';
    setText(part('delete-title'), queued ? 'Cancel this heap dump?' : 'Delete this heap dump?');
    setText(part('delete-text'), describe(dump));
    setText(part('delete-confirm'), queued ? 'Cancel it' : 'Delete it');
    this.#dialog.showModal();
  }

  async #delete() {
    const {signal, progress, onDone} = this.#wiring;
    const dump = this.#dump;
    this.#dialog.close();
    progress.forget();
    try {
      await deleteHeapDump(this.#urlOf(dump.id), signal);
      progress.say(dump.state === 'dumping' ? 'The heap dump is deleted as soon as it is written: the JVM cannot be stopped at it.'
        : `The heap dump of ${nameOf(dump)} is deleted.`);
      // Its button goes with it, and the focus is not to.
      document.getElementById('hw-dumps').focus();
    }
    catch (error) {
      progress.say(explainRefusal(error, {action: 'delete a heap dump', request: 'DELETE heapdumps'}));
    }
    onDone();
  }
}

function describe(dump) {
  const {sizeBytes, reason} = dump;
  return `${nameOf(dump)}${sizeBytes >= 0 ? `, ${formatBinaryBytes(sizeBytes)}` : ''}${reason ? `: '${reason}'` : ''}. `
      + (dump.state === 'ready' ? 'Whoever downloads it now gets it to the end; then it is gone for good.' : 'It is gone for good then.');
}
