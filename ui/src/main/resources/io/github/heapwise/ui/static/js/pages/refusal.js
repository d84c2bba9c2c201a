import { ApiError } from '../api/endpoints.js';

/**
 * Why something was not done. What the server has to say about it is a sentence already.
 * @param {Error} error
 * @param {{action: string, request: string}} what as in `refuses to run a collection` and `permit this user to POST to memory/gc`
 */
export function explainRefusal(error, {action, request}) {
  if (!(error instanceof ApiError)) {
    throw error;
  }
  if (error.status === 401 || (error.status === 403 && error.closed)) {
    return `The application's security refuses to ${action} (${error.status}): permit this user to ${request}. `
        + 'If it misses the token against forged requests (CSRF), reload this page; where that does not help, configure one '
        + 'that the page can read: csrf(CsrfConfigurer::spa), or in a reactive application '
        + 'CookieServerCsrfTokenRepository.withHttpOnlyFalse() with a ServerCsrfTokenRequestAttributeHandler.';
  }
  return error.status === 0 ? 'The application does not answer.' : error.message;
}
