import { element } from '../view/dom.js';

const ALLOCATIONS = 'memoryallocations';

/** The endpoints that pages read: where they are called by default, and what switches them on. */
const ENDPOINTS = Object.freeze({
  [ALLOCATIONS]: {path: 'memory/allocations', property: 'heapwise.allocation.enabled=true'},
  memory: {path: 'memory', property: 'heapwise.memory.enabled=true'},
  memoryhistory: {path: 'memory/history', property: 'heapwise.memory.enabled=true'},
  memorygc: {path: 'memory/gc', property: 'heapwise.gc.enabled=true'},
  memoryroutes: {path: 'memory/routes', property: 'heapwise.route.enabled=true'},
  memorylatency: {path: 'memory/latency', property: 'heapwise.latency.enabled=true'},
  memorydiagnosis: {path: 'memory/diagnosis', property: 'heapwise.diagnosis.enabled=true'},
  heapdumps: {path: 'heapdumps', property: 'management.endpoint.heapdumps.access=read-only'},
});

/** Says in one notice why data are missing, a sentence for each endpoint that has none; the others go on. */
export class Problems {
  #notice;
  #exposeWith;
  #byEndpoint = new Map();

  /** @param {HTMLElement} notice @param {string} [exposeWith] the property line that exposes what is not */
  constructor(notice, exposeWith) {
    this.#notice = notice;
    this.#exposeWith = exposeWith;
  }

  /** @param {string} endpoint id of the endpoint @param {ApiError|{message: string}|null} problem `null` once it is over */
  report(endpoint, problem) {
    if (problem === null ? !this.#byEndpoint.delete(endpoint) : isSame(this.#byEndpoint.get(endpoint), problem)) {
      return;
    }
    if (problem !== null) {
      this.#byEndpoint.set(endpoint, problem);
    }
    this.#notice.hidden = this.#byEndpoint.size === 0;
    this.#notice.replaceChildren(...this.#sentences());
  }

  /** What to say where data of an endpoint will stand. */
  waiting(endpoint) {
    return this.#byEndpoint.has(endpoint) ? 'No data, for the reason above.' : 'Waiting for data.';
  }

  // What is missing for the same reason is said in one sentence.
  #sentences() {
    const unexposed = this.#endpointsWhere((problem) => isClosed(problem) && this.#exposeWith);
    const sentences = unexposed.length > 0 ? [explainUnexposed(unexposed, this.#exposeWith)] : [];
    const silent = this.#endpointsWhere(({status}) => status === 0);
    if (silent.length > 0) {
      sentences.push(element('span', {}, this.#byEndpoint.get(silent[0]).message));
    }
    const others = this.#endpointsWhere(() => true).filter((id) => !unexposed.includes(id) && !silent.includes(id));
    const said = others.filter((id) => isMessage(this.#byEndpoint.get(id)));
    const explained = others.filter((id) => !said.includes(id)).map((id) => explain(id, this.#byEndpoint.get(id)));
    return [...sentences, ...explained, ...this.#messages(said)];
  }

  // A message of the server names no endpoint.
  #messages(ids) {
    const pathsByMessage = new Map();
    for (const id of ids) {
      const {message} = this.#byEndpoint.get(id);
      pathsByMessage.set(message, (pathsByMessage.get(message) ?? []).concat(ENDPOINTS[id].path));
    }
    return Array.from(pathsByMessage, ([message, paths]) => element('span', {}, `${paths.join(', ')}: ${message}`));
  }

  #endpointsWhere(test) {
    return Array.from(this.#byEndpoint).filter(([, problem]) => test(problem)).map(([id]) => id);
  }
}

/**
 * Shows why there is no profile; hides the notice without a problem.
 * @param {HTMLElement} notice
 * @param {ApiError|null} problem
 * @param {string} [exposeWith] the property line that exposes the endpoint
 */
export function showProblem(notice, problem, exposeWith) {
  notice.replaceChildren();
  notice.hidden = problem === null;
  if (problem !== null) {
    new Problems(notice, exposeWith).report(ALLOCATIONS, problem);
  }
}

function explainUnexposed(ids, exposeWith) {
  const [subject, object] = ids.length === 1 ? [`The endpoint ${ids[0]} is`, 'it']
    : [`The endpoints ${ids.slice(0, -1).join(', ')} and ${ids.at(-1)} are`, 'them'];
  return element('span', {}, `${subject} not exposed. Open ${object} with `, element('code', {}, exposeWith), '.');
}

// Nothing would expose what is not there.
function explain(id, problem) {
  const {path, property} = ENDPOINTS[id];
  if (isRefused(problem)) {
    return element('span', {}, `The application's security refuses ${path} (${problem.status}): let this user read it.`);
  }
  return problem.closed
    ? element('span', {}, `There is no endpoint ${id} here. It takes `, element('code', {}, property),
        ' and an access that permits reading.')
    : element('span', {}, problem.message);
}

function isMessage(problem) {
  return problem.status !== undefined && !problem.closed;
}

function isClosed(problem) {
  return Boolean(problem.closed) && !isRefused(problem);
}

function isRefused({status}) {
  return status === 401 || status === 403;
}

function isSame(one, other) {
  return one !== undefined && one.status === other.status && one.message === other.message;
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
  if (meta.filter?.type || meta.filter?.thread || meta.filter?.route || meta.route) {
    return {title: 'Nothing in this range passes the filters', text: 'Choose another route, class, thread or range.'};
  }
  if (meta.timeline?.starts?.length > 0) {
    return {title: 'Nothing was allocated in this range', text: 'Choose another one on the timeline.'};
  }
  return {title: 'No samples yet', text: 'The first arrive within 10 seconds of the start; this page shows them by itself.'};
}
