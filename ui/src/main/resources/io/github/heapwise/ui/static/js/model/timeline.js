/**
 * What was allocated over the retained time, as the server reports it in `meta.timeline`: per bucket its start,
 * its end and the bytes by who called `new`.
 */
export class Timeline {
  constructor({starts = [], ends = [], application = [], dependency = [], jdk = []} = {}) {
    this.starts = starts;
    this.ends = ends;
    this.layers = [application, dependency, jdk];
  }

  get length() {
    return this.starts.length;
  }

  /** Epoch milliseconds; 0 if nothing is retained. */
  get start() {
    return this.starts[0] ?? 0;
  }

  get end() {
    return this.ends.at(-1) ?? 0;
  }

  bytes(bucket) {
    return this.layers.reduce((sum, layer) => sum + (layer[bucket] ?? 0), 0);
  }

  /** Bytes per second in a bucket; buckets differ in length once old ones have been merged. */
  rate(bucket) {
    const millis = this.ends[bucket] - this.starts[bucket];
    return millis > 0 ? this.bytes(bucket) * 1000 / millis : 0;
  }

  /** The largest rate, at least 1 so that it can be divided by. */
  get peakRate() {
    let peak = 1;
    for (let i = 0; i < this.length; i++) {
      peak = Math.max(peak, this.rate(i));
    }
    return peak;
  }

  /** Mean bytes per second between two instants, counting the buckets that start there. */
  meanRate(from, to) {
    let bytes = 0;
    let millis = 0;
    for (let i = 0; i < this.length; i++) {
      if (this.starts[i] >= from && this.starts[i] < to) {
        bytes += this.bytes(i);
        millis += this.ends[i] - this.starts[i];
      }
    }
    return millis > 0 ? bytes * 1000 / millis : 0;
  }

  /** The bucket that holds an instant, the nearest one outside the retained time, -1 if there is none at all. */
  bucketAt(instant) {
    if (this.length === 0) {
      return -1;
    }
    const next = this.ends.findIndex((end) => end > instant);
    return next < 0 ? this.length - 1 : next;
  }
}
