import { decodeProfile, profileFromJson } from '../model/profile.js';

const BINARY = 'application/vnd.heapwise.profile';

/** An answer that is not a profile, in a sentence for a human. */
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
  const response = await request(`${url}?${parameters}`, signal);
  if (!response.ok) {
    throw new ApiError(await problemOf(response));
  }
  try {
    const binary = (response.headers.get('content-type') ?? '').startsWith(BINARY);
    return binary ? decodeProfile(await response.arrayBuffer()) : profileFromJson(await response.json());
  }
  catch (error) {
    throw error.name === 'AbortError' ? error : new ApiError({status: response.status, message: error.message});
  }
}

async function request(url, signal) {
  try {
    return await fetch(url, {headers: {accept: `${BINARY}, application/json;q=0.5`}, signal});
  }
  catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new ApiError({status: 0, message: 'The application does not answer. Trying again.'});
  }
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
