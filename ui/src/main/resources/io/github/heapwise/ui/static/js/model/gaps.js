import { formatCount } from './format.js';

/** What was gone before this page could read it; empty if nothing was. @param {number} missed @param {string} what one of them */
export function describeMissed(missed, what) {
  return missed === 0 ? '' : `${formatCount(missed)} ${what}${missed === 1 ? '' : 's'} missed: gone before this page could read them`;
}
