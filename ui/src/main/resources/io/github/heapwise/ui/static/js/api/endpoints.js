import { csrfHeaders } from './csrf.js';
import { decodeProfile, profileFromJson } from '../model/profile.js';

const BINARY = 'application/vnd.heapwise.profile';
const MARKDOWN = 'text/markdown';

// A wrong token is forbidden, which asks to log in where the page that would say so is closed as well.
const REFUSED = Object.freeze([401, 403]);

// Called so, Spring Security refuses with a status alone, not with a challenge for which the browser opens a dialog.
const SCRIPT_HEADERS = Object.freeze({'X-Requested-With': 'XMLHttpRequest'});

/** An answer that is not what was asked for, in a sentence for a human. */
export class ApiError extends Error {
  /** @param {{status: number, message: string, parameter?: string, allowed?: string[]}} problem */
  constructor({status, message, parameter, allowed}) {
    super(message);
    this.status = status;
    this.parameter = parameter;
    this.allowed = allowed ?? [];
  }

  /** Whether the endpoint is there but not for this page. */
  get closed() {
    return [401, 403, 404].includes(this.status) && this.parameter === undefined;
  }
}

/**
 * Fetches a profile.
 * @param {string} url of the allocations endpoint
 * @param {URLSearchParams} parameters
 * @param {AbortSignal} signal
 * @returns {Promise<Profile>}
 * @throws {ApiError} for every other answer, also for one that cannot be read
 */
export async function fetchProfile(url, parameters, signal) {
  const headers = {...SCRIPT_HEADERS, accept: `${BINARY}, application/json;q=0.5`};
  return read(await request(`${url}?${parameters}`, {headers, signal}), async (response) => {
    const binary = contentType(response).startsWith(BINARY);
    return binary ? decodeProfile(await response.arrayBuffer()) : profileFromJson(await json(response));
  });
}

/** What the process holds now. @param {string} url @param {AbortSignal} signal @returns {Promise<object>} */
export function fetchMemory(url, signal) {
  return fetchJson(url, {signal});
}

/** What the process held. @param {number|null} since where the last answer ended, `null` for all that is kept */
export function fetchHistory(url, since, signal) {
  return fetchJson(after(url, since), {signal});
}

/** What the collector did. @param {number|null} since where the last answer ended, `null` for all that is kept */
export function fetchGc(url, since, signal) {
  return fetchJson(after(url, since), {signal});
}

/** What requests cost, by route. @returns {Promise<object>} */
export function fetchRoutes(url, signal) {
  return fetchJson(url, {signal});
}

/**
 * Who waited. Without a place to go on from the endpoint sends no rows, so the first question is for all that is kept,
 * and what is not is not missed.
 * @param {number|null} since where the last answer ended, `null` for all that is kept
 */
export async function fetchLatency(url, since, signal) {
  const answer = await fetchJson(after(url, since ?? 0), {signal});
  return since === null ? {...answer, missed: 0} : answer;
}

/** What is wrong, what is fine and what cannot be told. @returns {Promise<object>} */
export function fetchDiagnosis(url, signal) {
  return fetchJson(url, {signal});
}

/** The same for a ticket. @returns {Promise<string>} Markdown */
export async function fetchDiagnosisMarkdown(url, signal) {
  return read(await request(url, {headers: {...SCRIPT_HEADERS, accept: MARKDOWN}, signal}), markdown);
}

/**
 * Runs a collection, which pauses the application.
 * @param {string} url of the endpoint of garbage collections
 * @returns {Promise<object>} what was freed
 */
export function runCollection(url, signal) {
  return send(url, {method: 'POST', signal});
}

/** The heap dumps that are there, what one more would cost, and what may ask for one. @returns {Promise<object>} */
export function fetchHeapDumps(url, signal) {
  return fetchJson(url, {signal});
}

/**
 * Asks for a heap dump, which stops the application while it is written.
 * @param {string} url of the endpoint of heap dumps
 * @param {{reason: string, live: boolean}} order `live` leaves out what is unreachable
 * @returns {Promise<object>} the heap dump, which is not written yet
 */
export function takeHeapDump(url, order, signal) {
  return send(url, {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify(order), signal});
}

/** @param {string} url of the heap dump to delete @returns {Promise<object>} the heap dump as it was */
export function deleteHeapDump(url, signal) {
  return send(url, {method: 'DELETE', signal});
}

/**
 * Asks about an analysed heap dump.
 * @param {string} url of a view of it @param {URLSearchParams} parameters @returns {Promise<object>}
 */
export function fetchHeapView(url, parameters, signal) {
  return fetchJson(parameters.size > 0 ? `${url}?${parameters}` : url, {signal});
}

/** @param {string} url of the heap dump to analyse @returns {Promise<object>} the heap dump, which is not analysed yet */
export function analyseHeapDump(url, signal) {
  return send(url, {method: 'POST', signal});
}

function after(url, since) {
  return since === null ? url : `${url}?since=${since}`;
}

// What is refused for a wrong token was not done, so it may be sent again with another.
async function send(url, {headers = {}, ...options}) {
  const tokens = csrfHeaders(document.cookie, document.body.dataset);
  for (const token of tokens.slice(0, -1)) {
    try {
      return await fetchJson(url, {...options, headers: {...headers, ...token}});
    }
    catch (error) {
      if (!REFUSED.includes(error.status)) {
        throw error;
      }
    }
  }
  return fetchJson(url, {...options, headers: {...headers, ...tokens.at(-1)}});
}

async function fetchJson(url, {headers = {}, ...options}) {
  return read(await request(url, {...options, headers: {...SCRIPT_HEADERS, accept: 'application/json', ...headers}}), json);
}

async function read(response, decode) {
  if (!response.ok) {
    throw new ApiError(await problemOf(response));
  }
  try {
    return await decode(response);
  }
  catch (error) {
    throw asApiError(error, response.status);
  }
}

// A request without a session may be led to a page for a human to log in.
function json(response) {
  if (!/[/+]json\b/.test(contentType(response))) {
    throw new Error('The endpoint answered something else than data (a login page?).');
  }
  return response.json();
}

function markdown(response) {
  if (!contentType(response).startsWith(MARKDOWN)) {
    throw new Error('The endpoint answered something else than Markdown (a login page?).');
  }
  return response.text();
}

function contentType(response) {
  return response.headers.get('content-type') ?? '';
}

async function request(url, options) {
  try {
    return await fetch(url, options);
  }
  catch (error) {
    throw asApiError(error, 0);
  }
}

function asApiError(error, status) {
  if (error.name === 'AbortError') {
    return error;
  }
  return status === 0 || error.name === 'TimeoutError'
    ? new ApiError({status: 0, message: 'The application does not answer. Trying again.'})
    : new ApiError({status, message: error.message});
}

async function problemOf(response) {
  const {status} = response;
  try {
    const {message, parameter, allowed} = await response.json();
    return {status, message: message || `The endpoint answered ${status}.`, parameter, allowed};
  }
  catch {
    return {status, message: `The endpoint answered ${status}.`};
  }
}
