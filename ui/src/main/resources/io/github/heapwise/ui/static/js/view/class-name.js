import { element } from './dom.js';
import { formatCount } from '../model/format.js';
import { packageOf, shortFrameName } from '../model/frame-name.js';

/**
 * The name of a class. Where there is no room for it the package gives way, so that what remains are its beginning and the
 * class; the whole is what is copied, read out and shown when it is pointed at.
 * @param {string} name as in the source
 * @param {{href?: string|null, length?: number|null}} [options] where it leads, and how many elements an array has
 */
export function className(name, {href = null, length = null} = {}) {
  const short = shortFrameName(name, true);
  const sized = length === null || length === undefined ? short : short.replace('[]', `[${formatCount(length)}]`);
  const above = packageOf(name, true);
  return element(href ? 'a' : 'span', {class: href ? 'hw-name hw-name--link' : 'hw-name', href, title: name},
      above ? element('span', {class: 'hw-name__package'}, above) : null, element('span', {class: 'hw-name__class'}, sized));
}

/**
 * An object: its class, what it says where that may be shown, and its address.
 * @param {object} row as in every table @param {string|null} [href]
 */
export function objectName({node, className: type, represents, length, value}, href = null) {
  return element('span', {class: 'hw-object'},
      represents ? element('span', {class: 'hw-object__word'}, 'class') : null,
      className(represents ?? type, {href, length}),
      value === null || value === undefined ? null : element('span', {class: 'hw-object__value', title: value}, `'${value}'`),
      element('span', {class: 'hw-object__address'}, node));
}
