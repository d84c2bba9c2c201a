/**
 * Shades spans of time behind the lines of a chart. What is shorter than a pixel is as wide as one: most pauses are.
 * @param {uPlot} u
 * @param {{from: number, to: number}[]} spans epoch milliseconds
 * @param {string} color
 */
export function paintShades(u, spans, color) {
  const {ctx, bbox: {left, top, width, height}} = u;
  ctx.save();
  ctx.fillStyle = color;
  for (const {from, to} of spans) {
    const first = u.valToPos(from, 'x', true);
    const start = Math.max(left, first);
    const end = Math.min(left + width, Math.max(u.valToPos(to, 'x', true), first + devicePixelRatio));
    if (end > start) {
      ctx.fillRect(start, top, end - start, height);
    }
  }
  ctx.restore();
}
