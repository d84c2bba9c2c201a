/**
 * A timeline as columns of rates: times, then bytes per second of application, dependencies and JDK. A bucket holds
 * until the next one starts; where none follows, `null` ends it.
 * @param {Timeline} timeline
 * @returns {(number|null)[][]}
 */
export function rateColumns(timeline) {
  const times = [];
  const rates = timeline.layers.map(() => []);
  const push = (time, rateOf) => {
    times.push(time);
    rates.forEach((column, layer) => column.push(rateOf(layer)));
  };
  for (let i = 0; i < timeline.length; i++) {
    const seconds = (timeline.ends[i] - timeline.starts[i]) / 1000;
    const rate = (layer) => seconds > 0 ? (timeline.layers[layer][i] ?? 0) / seconds : 0;
    push(timeline.starts[i], rate);
    if (i === timeline.length - 1) {
      push(timeline.ends[i], rate);
    }
    else if (timeline.ends[i] < timeline.starts[i + 1]) {
      push(timeline.ends[i], () => null);
    }
  }
  return [times, ...rates];
}

/** Columns on top of each other: every one but the first, the times, becomes the sum of itself and those before it. */
export function stacked([times, ...columns]) {
  const sums = [];
  for (const column of columns) {
    const below = sums.at(-1);
    sums.push(column.map((value, index) => value === null ? null : value + (below?.[index] ?? 0)));
  }
  return [times, ...sums];
}
