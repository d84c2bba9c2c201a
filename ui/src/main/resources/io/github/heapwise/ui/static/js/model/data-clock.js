/**
 * Up to which time it is known what happened: to the latest data and, where nothing happened since, as much further as
 * the answers without news came later. The clock of the server, whatever that of the browser says.
 */
export class DataClock {
  #latest = NaN;
  #arrived = 0;
  #answered = 0;

  /** @param {number} latest epoch milliseconds of the latest data, NaN without any @param {number} now milliseconds of a steady clock */
  answered(latest, now) {
    if (latest !== this.#latest) {
      this.#latest = latest;
      this.#arrived = now;
    }
    this.#answered = now;
  }

  /** Epoch milliseconds, NaN without data. */
  get time() {
    return this.#latest + this.#answered - this.#arrived;
  }
}
