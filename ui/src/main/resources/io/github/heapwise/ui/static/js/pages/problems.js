import { element } from '../view/dom.js';

/**
 * Shows why there are no data, in one sentence with what to do about it; hides the notice without a problem.
 * @param {HTMLElement} notice
 * @param {ApiError|null} problem
 * @param {string} [exposeWith] the property line that exposes the endpoint
 */
export function showProblem(notice, problem, exposeWith) {
  notice.hidden = problem === null;
  if (problem === null) {
    notice.replaceChildren();
  }
  else if (problem.status === 401 || problem.status === 403) {
    notice.replaceChildren(`The application's security refuses memory/allocations (${problem.status}): let this user read it.`);
  }
  else if (problem.closed) {
    notice.replaceChildren(...explainClosed(exposeWith));
  }
  else {
    notice.replaceChildren(problem.message);
  }
}

// Nothing would expose what is not there.
function explainClosed(exposeWith) {
  return exposeWith
    ? ['The endpoint memoryallocations is not exposed. Open it with ', element('code', {}, exposeWith), '.']
    : ['There is no endpoint memoryallocations here. It takes ', element('code', {}, 'heapwise.allocation.enabled=true'),
      ' and an access that permits reading.'];
}

/** What a page without its endpoint shows. */
export function notExposed() {
  return {status: 404, closed: true, message: ''};
}

/**
 * Why a profile is empty, or null if it is not.
 * @param {Profile} profile
 * @returns {{title: string, text: string}|null}
 */
export function emptiness({meta, tree}) {
  if (tree.total[0] > 0) {
    return null;
  }
  const {state, reason} = meta.recorder ?? {};
  if (state === 'unavailable') {
    return {title: 'Allocations are not recorded', text: reason ?? 'This JVM cannot record them.'};
  }
  if (meta.unit === 'objects' && meta.objectsUnavailableReason) {
    return {title: 'Objects cannot be counted', text: meta.objectsUnavailableReason};
  }
  if (meta.filter?.type || meta.filter?.thread) {
    return {title: 'Nothing in this range passes the filters', text: 'Choose another class, thread or range.'};
  }
  if (meta.timeline?.starts?.length > 0) {
    return {title: 'Nothing was allocated in this range', text: 'Choose another one on the timeline.'};
  }
  return {title: 'No samples yet', text: 'The first arrive within 10 seconds of the start; this page shows them by itself.'};
}
