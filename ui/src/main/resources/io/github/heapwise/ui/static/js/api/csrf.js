/**
 * The headers by which Spring Security knows that a request comes from a page of its own, in the order to try them: its
 * token from a cookie, as it is, and the one that came with the page. Which of them counts depends on how it was set
 * up, and nothing tells; a request without the right one does nothing.
 * @param {string} cookies as in `document.cookie`
 * @param {{tokenHeader?: string, token?: string}} settings of the page
 * @returns {Record<string, string>[]} at least one, without headers where there is no token
 */
export function csrfHeaders(cookies, {tokenHeader, token} = {}) {
  const cookie = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(cookies)?.[1];
  const headers = [
    cookie && {'X-XSRF-TOKEN': decodeURIComponent(cookie)},
    tokenHeader && token && {[tokenHeader]: token},
  ].filter(Boolean);
  return headers.length > 0 ? headers : [{}];
}
