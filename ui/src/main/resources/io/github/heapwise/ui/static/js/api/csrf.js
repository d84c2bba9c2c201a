/**
 * The header by which Spring Security knows that a request comes from a page of its own, where it offers its token in
 * a cookie; nothing where it does not.
 * @param {string} cookies as in `document.cookie`
 */
export function csrfHeaders(cookies) {
  const token = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(cookies)?.[1];
  return token ? {'X-XSRF-TOKEN': decodeURIComponent(token)} : {};
}
