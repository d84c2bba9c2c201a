const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
const NANO_UNITS = ['ns', 'µs', 'ms', 's'];
const COUNT_UNITS = ['', 'k', 'M', 'G', 'T', 'P'];

const QUANTITIES = new Map([
  ['bytes', formatBinaryBytes],
  ['bytes/s', formatBytesPerSecond],
  ['bytes/h', formatBytesPerHour],
  ['ms', (millis) => millis < 60_000 ? formatNanos(millis * 1e6) : formatSeconds(millis / 1000)],
  ['s', (seconds) => seconds < 60 ? formatNanos(seconds * 1e9) : formatSeconds(seconds)],
  ['ratio', formatPercent],
  ['count', formatPerSecond],
  ['count/s', (rate) => `${formatPerSecond(rate)}/s`],
]);

/** Allocated bytes, in powers of a thousand: `30.9 GB`. */
export function formatBytes(bytes) {
  return scaled(bytes, 1000, BYTE_UNITS);
}

/** Sizes that are configured in powers of 1024: `2 GiB`. */
export function formatBinaryBytes(bytes) {
  return scaled(bytes, 1024, BINARY_UNITS);
}

/** `88 MB/s` */
export function formatBytesPerSecond(bytesPerSecond) {
  return `${formatBytes(bytesPerSecond)}/s`;
}

/** A growth, without its sign: `12 MB/h`. */
export function formatBytesPerHour(bytesPerHour) {
  return `${formatBytes(Math.abs(bytesPerHour))}/h`;
}

/** A duration: `340 µs`, `3.2 ms`, `1.25 s`. */
export function formatNanos(nanos) {
  const whole = Math.max(0, Number(nanos) || 0);
  const unit = whole >= 999.5e6 ? 3 : whole >= 999.5e3 ? 2 : whole >= 999.5 ? 1 : 0;
  return `${threeDigits(whole / 1000 ** unit, unit)} ${NANO_UNITS[unit]}`;
}

/** A figure the server may not have: `null` and `undefined` are a dash. */
export function orDash(value, format) {
  return value === null || value === undefined ? '–' : format(value);
}

/** A difference with its sign: `+12 MB`, `−3`, `0`. @param {(value: number) => string} format of what is never negative */
export function formatChange(difference, format) {
  return difference === 0 ? '0' : `${difference > 0 ? '+' : '−'}${format(Math.abs(difference))}`;
}

/** Objects, shortened: `1.2 M`. */
export function formatObjects(count) {
  return scaled(count, 1000, COUNT_UNITS).trimEnd();
}

/** A value of a profile: bytes with their unit, objects as a shortened number. */
export function formatValue(value, unit) {
  return unit === 'objects' ? formatObjects(value) : formatBytes(value);
}

/** A value per second of a profile. */
export function formatValueRate(value, seconds, unit) {
  return seconds > 0 ? `${formatValue(value / seconds, unit)}/s` : '–';
}

/** A value of a profile shared among requests; empty where their number is not known. */
export function formatPerRequest(value, requests, unit) {
  return requests > 0 ? `${formatValue(value / requests, unit)} per request` : '';
}

/** A number of things per second: `0.03`, `2.5`, `862`. */
export function formatPerSecond(rate) {
  return rate >= 100 ? formatCount(rate) : threeDigits(Math.max(0, Number(rate) || 0), 1);
}

/** An exact number of things: `61,204`. */
export function formatCount(count) {
  return Math.round(count).toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

/**
 * A number of a diagnosis with its unit: `612 MiB`, `−12 MB/h`, `18.5 %`, `3.2 ms`.
 * @param {number|null} value what is not a finite number is `unknown` @param {string} unit one that is not known is put behind the number
 */
export function formatQuantity(value, unit) {
  if (!Number.isFinite(value)) {
    return 'unknown';
  }
  const format = QUANTITIES.get(unit) ?? ((size) => `${formatPerSecond(size)} ${unit}`);
  return `${value < 0 ? '−' : ''}${format(Math.abs(value))}`;
}

/** A ratio as `18.5 %`; what would round to nothing is `<0.1 %`. */
export function formatPercent(ratio) {
  if (!(ratio > 0)) {
    return '0 %';
  }
  return ratio < 0.0005 ? '<0.1 %' : `${(ratio * 100).toFixed(1)} %`;
}

/** A configured ratio with all its digits: `0.01 %`. */
export function formatExactPercent(ratio) {
  return `${Number((ratio * 100).toPrecision(6))} %`;
}

/** A ratio without decimals, for labels with little room: `34 %`. */
export function formatRoundPercent(ratio) {
  return ratio > 0 && ratio < 0.005 ? '<1 %' : `${Math.round((ratio || 0) * 100)} %`;
}

/** The two largest units of a duration: `3 d 4 h`, `5 min`, `40 s`. */
export function formatSeconds(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [[Math.floor(whole / 86400), 'd'], [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'min'], [whole % 60, 's']];
  const first = parts.findIndex(([count]) => count > 0);
  if (first < 0) {
    return '0 s';
  }
  return parts.slice(first, first + 2).filter(([count]) => count > 0)
      .map(([count, unit]) => `${count} ${unit}`).join(' ');
}

/** Local time of day of an instant: `09:41`, or `09:41:30` where seconds matter. */
export function formatClock(epochMillis, withSeconds = false) {
  const date = new Date(epochMillis);
  const parts = [date.getHours(), date.getMinutes()].concat(withSeconds ? date.getSeconds() : []);
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Local date and time of an instant: `2026-11-28 09:41:30`. */
export function formatMoment(epochMillis) {
  const date = new Date(epochMillis);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `${parts.map((part) => String(part).padStart(2, '0')).join('-')} ${formatClock(epochMillis, true)}`;
}

function scaled(value, base, units) {
  let size = Math.max(0, Number(value) || 0);
  let unit = 0;
  // 999.95 and up would print as '1000.0'
  while (size >= base - (base === 1000 ? 0.5 : 0) && unit < units.length - 1) {
    size /= base;
    unit++;
  }
  return `${threeDigits(size, unit)} ${units[unit]}`;
}

function threeDigits(size, unit) {
  if (unit === 0 || size >= 100) {
    return String(Math.round(size));
  }
  return size.toFixed(size >= 10 ? 1 : 2).replace(/\.?0+$/, '');
}
