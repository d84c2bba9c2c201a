import { formatClock, formatCount, formatQuantity, formatSeconds } from './format.js';

/** How bad it is, the worst first; `none` where nothing was found. */
export const severities = Object.freeze(['critical', 'warning', 'info', 'none']);

const SEVERITY_WORDS = Object.freeze({critical: 'Critical', warning: 'Warning', info: 'Note', none: 'Nothing wrong'});

const CONFIDENCE_WORDS = Object.freeze({high: 'Confidence is high', medium: 'Confidence is medium', low: 'Confidence is low: take it as a hint'});

// Pages of ours by the names of their addresses in the settings.
const PAGES = new Map([['allocations', 'allocationsPage'], ['routes', 'routesPage'], ['gc', 'gcPage'], ['latency', 'latencyPage'],
  ['memory', 'memoryPage'], ['heapdumps', 'heapdumpsPage'], ['heapdump', 'heapdumpPage']]);

/** The severity if it is one, else `none`. */
export function knownSeverity(severity) {
  return severities.includes(severity) ? severity : 'none';
}

/** @param {string} severity @returns {string} a word */
export function severityWord(severity) {
  return SEVERITY_WORDS[knownSeverity(severity)];
}

/** @param {string} confidence @returns {string} a few words; empty for one that is not known */
export function confidenceWords(confidence) {
  return Object.hasOwn(CONFIDENCE_WORDS, confidence ?? '') ? CONFIDENCE_WORDS[confidence] : '';
}

/** The findings that ask for something to be done. @param {{findings: object[]}} diagnosis */
export function problemsOf({findings}) {
  return findings.filter(({severity}) => severity === 'critical' || severity === 'warning');
}

/**
 * How the application is, in a word or three and as the severity that stands for it. What could not be judged is not well.
 * @param {object} diagnosis @returns {{severity: string, word: string}}
 */
export function stateOf(diagnosis) {
  const {severity, passed, undecided, load} = diagnosis;
  if (problemsOf(diagnosis).length > 0) {
    return {severity: knownSeverity(severity), word: severityWord(severity)};
  }
  if (!load && passed.length > 0) {
    return {severity: 'info', word: 'Idle'};
  }
  return passed.length > undecided.length ? {severity: 'none', word: severityWord('none')} : {severity: 'info', word: 'Too early to tell'};
}

/** `above 512 MiB`; empty where a number was not compared with any. @param {{observed: number, threshold: number|null, unit: string}} evidence */
export function describeThreshold({observed, threshold, unit}) {
  if (!Number.isFinite(threshold)) {
    return '';
  }
  const word = observed > threshold ? 'above' : observed < threshold ? 'below' : 'at';
  return `${word} ${formatQuantity(threshold, unit)}`;
}

/** `Longest pause 340 ms, above 200 ms` */
export function describeEvidence({signal, observed, threshold, unit}) {
  const compared = describeThreshold({observed, threshold, unit});
  return `${signal} ${formatQuantity(observed, unit)}${compared && `, ${compared}`}`;
}

/** `09:41:10 to 09:43:00`, `at 09:41:10` for a moment; empty where it is not known. @param {{from: string, to: string}} span instants */
export function describeSpan({from, to}) {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  if (!Number.isFinite(start) || !Number.isFinite(end)) {
    return '';
  }
  return start === end ? `at ${formatClock(start, true)}` : `${formatClock(start, true)} to ${formatClock(end, true)}`;
}

/** The span that most numbers are of, in words; of several the first. @param {object[]} evidence */
export function usualSpan(evidence) {
  const spans = evidence.map(describeSpan);
  const times = (span) => spans.filter((other) => other === span).length;
  return spans.reduce((usual, span) => times(span) > times(usual) ? span : usual, spans[0] ?? '');
}

/** What was looked at: the window, and the part of it under load. */
export function describeLooked({windowMillis, from, to, load}) {
  const span = describeSpan({from, to});
  const window = `Looked at the last ${formatSeconds(windowMillis / 1000)}${span && `, ${span}`}`;
  return load === null || load === undefined ? `${window}: no part of it was under load.`
    : `${window}: under load for ${formatSeconds((Date.parse(load.to) - Date.parse(load.from)) / 1000)} of it, ${describeSpan(load)}.`;
}

/** How many rules said what. */
export function describeCounts({findings, passed, undecided}) {
  const rules = findings.length + passed.length + undecided.length;
  return `${formatCount(rules)} ${rules === 1 ? 'rule' : 'rules'}: ${findings.length} found something, `
      + `${passed.length} found nothing, ${undecided.length} cannot tell yet.`;
}

/** What an undecided rule lacks, and for how long to run to have it. */
export function describeLack({reason, runForSeconds}) {
  const lack = /[.!?]$/.test(reason ?? '') ? reason : `${reason}.`;
  return runForSeconds > 0 ? `${lack} Run it ${formatSeconds(runForSeconds)} longer under load.` : lack;
}

/**
 * The address of what to look at next.
 * @param {{page: string, parameters: Record<string, string>}} next
 * @param {DOMStringMap} settings addresses of the pages
 * @returns {string|null} `null` for a page that is not known
 */
export function nextUrl({page, parameters = {}}, settings) {
  const url = settings[PAGES.get(page)];
  if (!url) {
    return null;
  }
  const query = new URLSearchParams(parameters ?? {});
  // What is looked for is an expression there, a function is a name.
  if (page === 'allocations' && query.has('search')) {
    query.set('search', query.get('search').replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  }
  return query.size > 0 ? `${url}?${query}` : url;
}
