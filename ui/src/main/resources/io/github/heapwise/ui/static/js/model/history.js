import { Gaps } from './gaps.js';

const KEPT_MILLIS = 15 * 60_000;
const MAX_ROWS = 2000;
const GAP_INTERVALS = 3;
const MAX_COLUMNS = 300;

/**
 * Figures of the last minutes, a row per interval, in columns ready to be drawn. What the server does not know is
 * `null`; so is a whole row where rows are missing, which breaks the lines of a chart. Columns come and go with what they
 * are about. Bounded by time, rows and columns, whatever the server sends.
 */
export class History {
  #times = [];
  #columnByName = new Map();
  #gaps = new Gaps();

  /** Epoch milliseconds, ascending. */
  get times() {
    return this.#times;
  }

  get length() {
    return this.#times.length;
  }

  /** Rows that were gone before they could be read, while there are earlier ones. */
  get missed() {
    return this.#gaps.missed;
  }

  /** @param {string} name as in the answer @returns {(number|null)[]} of the same length as the times */
  column(name) {
    return this.#columnByName.get(name) ?? this.#unknown();
  }

  /** The latest value that is known, `null` if none is. */
  latest(name) {
    return this.column(name).findLast((value) => value !== null) ?? null;
  }

  /** @param {{columns: string[], rows: number[][], missed: number, intervalMillis: number}} answer */
  add({columns, rows, missed = 0, intervalMillis = 1000}) {
    const time = columns.indexOf('time');
    if (rows.length > 0) {
      this.#gaps.add(missed, rows[0][time]);
      this.#adopt(columns);
    }
    for (const row of rows) {
      this.#makeRoomFor(row[time], intervalMillis);
      this.#push(row[time], (name) => row[columns.indexOf(name)] ?? null);
    }
    this.#trim();
  }

  clear() {
    this.#drop(0, this.length);
    this.#gaps.clear();
  }

  #unknown() {
    return new Array(this.length).fill(null);
  }

  // What nobody tells of any more is forgotten once all that is kept of it is that it is unknown.
  #adopt(names) {
    this.#columnByName.forEach((column, name) => {
      if (!names.includes(name) && column.every((value) => value === null)) {
        this.#columnByName.delete(name);
      }
    });
    for (const name of names) {
      if (name !== 'time' && !this.#columnByName.has(name) && this.#columnByName.size < MAX_COLUMNS) {
        this.#columnByName.set(name, this.#unknown());
      }
    }
  }

  // A clock that steps back takes with it what has been shown of the future.
  #makeRoomFor(time, intervalMillis) {
    const later = this.#times.findLastIndex((kept) => kept < time) + 1;
    this.#drop(later, this.length - later);
    const last = this.#times.at(-1);
    if (time - last > GAP_INTERVALS * intervalMillis) {
      this.#push(last + intervalMillis, () => null);
    }
  }

  #push(time, valueOf) {
    this.#times.push(time);
    this.#columnByName.forEach((column, name) => column.push(valueOf(name)));
  }

  #trim() {
    const oldest = this.#times.at(-1) - KEPT_MILLIS;
    const first = Math.max(this.length - MAX_ROWS, this.#times.findIndex((time) => time >= oldest));
    this.#drop(0, first);
    this.#gaps.trim(this.#times[0]);
  }

  #drop(start, count) {
    if (count > 0) {
      this.#times.splice(start, count);
      this.#columnByName.forEach((column) => column.splice(start, count));
    }
  }
}
