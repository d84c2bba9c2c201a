import { ApiError, fetchDiagnosisMarkdown } from '../../api/endpoints.js';
import { copyText } from '../../view/clipboard.js';
import { part, setText } from '../../view/dom.js';

/** Takes the diagnosis to somewhere else, or asks for it again. */
export class ReportActions {
  #url;
  #signal;

  /** @param {string} url of the endpoint @param {{signal: AbortSignal, onRefresh: () => void}} wiring */
  constructor(url, {signal, onRefresh}) {
    this.#url = url;
    this.#signal = signal;
    part('copy').addEventListener('click', () => this.#copy(), {signal});
    part('refresh').addEventListener('click', onRefresh, {signal});
  }

  async #copy() {
    setText(part('copied'), '');
    setText(part('copied'), await this.#copied());
  }

  async #copied() {
    try {
      return await copyText(await fetchDiagnosisMarkdown(this.#url, this.#signal)) ? 'Copied'
        : 'The browser does not let this page copy: download the report';
    }
    catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      return `Not copied: ${error.message}`;
    }
  }
}
