import { formatBytesPerHour } from './format.js';

/**
 * What survives collections, in words: `grows 12 MB/h` where the server is sure of it, otherwise `may grow 3 MB/h, maybe
 * garbage` or `no clear trend`, or why nothing can be said.
 * @param {object} summary of the garbage collections
 */
export function describeTrend({liveTrendBytesPerHour: trend, liveTrendConfidence: confidence, liveTrendReason: reason,
  liveTrendLowBytesPerHour: low} = {}) {
  if (confidence === 'none' || trend === null || trend === undefined) {
    return reason ?? 'no trend yet';
  }
  if (confidence === 'high') {
    return `grows ${formatBytesPerHour(trend)}`;
  }
  return low > 0 ? `may grow ${formatBytesPerHour(trend)}, maybe garbage` : 'no clear trend';
}

/** The interval the trend lies in: `between 8 and 15 MB/h`, with the sign where it is a loss; empty without one. */
export function describeTrendInterval({liveTrendLowBytesPerHour: low, liveTrendHighBytesPerHour: high,
  liveTrendConfidence: confidence} = {}) {
  if (confidence === 'none' || !Number.isFinite(low) || !Number.isFinite(high)) {
    return '';
  }
  return `between ${signed(low)} and ${signed(high)}, confidence ${confidence}`;
}

function signed(bytesPerHour) {
  return `${bytesPerHour < 0 ? '−' : '+'}${formatBytesPerHour(bytesPerHour)}`;
}
