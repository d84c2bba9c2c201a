import { formatBytesPerHour } from './format.js';

/**
 * What survives collections, in words: `flat`, `grows 12 MB/h`, `may grow 3 MB/h`, or why it cannot be said. That
 * nothing but growth was seen is not called a leak: only the server's interval says how sure it is.
 * @param {object} summary of the garbage collections
 */
export function describeTrend({liveTrendBytesPerHour: trend, liveTrendConfidence: confidence, liveTrendReason: reason,
  liveTrendLowBytesPerHour: low, liveTrendHighBytesPerHour: high} = {}) {
  if (confidence === 'none' || trend === null || trend === undefined) {
    return reason ?? 'no trend yet';
  }
  if (low <= 0 && high >= 0) {
    return confidence === 'high' ? 'flat' : 'no clear trend';
  }
  const verb = trend > 0 ? 'grow' : 'shrink';
  return confidence === 'high' ? `${verb}s ${formatBytesPerHour(trend)}` : `may ${verb} ${formatBytesPerHour(trend)}`;
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
