/**
 * Shades spans of time behind the lines of a chart. What is shorter than a pixel is as wide as one: most pauses are.
 * @param {uPlot} u
 * @param {{from: number, to: number, color?: string}[]} spans epoch milliseconds, each with the name of its colour
 * @param {Record<string, string>} colors
 */
export function paintShades(u, spans, colors) {
  const {ctx, bbox: {left, top, width, height}} = u;
  ctx.save();
  for (const {from, to, color = 'shade'} of spans) {
    ctx.fillStyle = colors[color];
    const first = u.valToPos(from, 'x', true);
    const start = Math.max(left, first);
    const end = Math.min(left + width, Math.max(u.valToPos(to, 'x', true), first + devicePixelRatio));
    if (end > start) {
      ctx.fillRect(start, top, end - start, height);
    }
  }
  ctx.restore();
}

/**
 * Fills what lies between a threshold and the line of the first series, on the side where it should not be.
 * @param {uPlot} u
 * @param {{threshold: number, above: boolean}} breach `above` where larger values pass it
 * @param {string} color
 */
export function paintBreach(u, {threshold, above}, color) {
  const {ctx, data: [times, values], bbox: {left, top, width, height}} = u;
  // A fraction of a pixel would be a fringe along the whole line.
  const limit = Math.round(u.valToPos(threshold, 'y', true));
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, above ? top : limit, width, Math.max(0, above ? limit - top : top + height - limit));
  ctx.clip();
  ctx.beginPath();
  ctx.moveTo(u.valToPos(times[0], 'x', true), limit);
  times.forEach((time, i) => ctx.lineTo(u.valToPos(time, 'x', true), u.valToPos(values[i] ?? threshold, 'y', true)));
  ctx.lineTo(u.valToPos(times.at(-1), 'x', true), limit);
  ctx.fillStyle = color;
  ctx.fill();
  ctx.restore();
}
