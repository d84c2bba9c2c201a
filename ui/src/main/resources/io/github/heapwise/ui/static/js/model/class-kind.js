import { isKnownLibrary } from './known-packages.js';

const JDK = /^(java|javax|jdk|sun|com\.sun)\.|^(boolean|byte|char|short|int|long|float|double)\[/;

/**
 * Whose class it is, by its name alone: a heap dump does not say.
 * @param {string} name as in the source
 * @returns {'jdk'|'dep'|'app'} `app` is everything that is not known to be something else
 */
export function kindOfClass(name) {
  if (JDK.test(name)) {
    return 'jdk';
  }
  return isKnownLibrary(name) ? 'dep' : 'app';
}
