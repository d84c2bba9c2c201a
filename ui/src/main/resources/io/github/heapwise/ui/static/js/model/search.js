import { formatCount, formatPercent } from './format.js';

/**
 * Compiles what someone typed. Lower case finds any case, as soon as there is a capital letter case counts.
 * @param {string} text
 * @returns {{regex?: RegExp, error?: string}} neither for an empty text
 */
export function compileSearch(text) {
  if (!text) {
    return {};
  }
  try {
    return {regex: new RegExp(text, /\p{Lu}/u.test(text.replace(/\\./g, '')) ? '' : 'i')};
  }
  catch (error) {
    return {error: error.message.replace(/^.*: /s, '')};
  }
}

/**
 * Which nodes match. The expression runs once per distinct name, not once per node.
 * @param {CallTree} tree
 * @param {RegExp} regex
 * @returns {Uint8Array} 1 per matching node
 */
export function matchNodes(tree, regex) {
  const matching = Uint8Array.from(tree.names, (name) => (regex.test(name) ? 1 : 0));
  return Uint8Array.from(tree.name, (name) => matching[name]);
}

/**
 * What the matching frames amount to. A match below another match adds nothing to the value.
 * @param {Uint8Array} matches by node
 * @returns {{nodes: number, value: number}}
 */
export function measureMatches(tree, matches) {
  let nodes = 0;
  let value = 0;
  let countedUntil = 0;
  for (let i = 0; i < tree.size; i++) {
    nodes += matches[i];
    if (matches[i] === 1 && i >= countedUntil) {
      value += tree.total[i];
      countedUntil = tree.end[i];
    }
  }
  return {nodes, value};
}

/** `8 frames · 18.5 %` */
export function describeMatches({nodes, share}) {
  return `${formatCount(nodes)} ${nodes === 1 ? 'frame' : 'frames'} · ${formatPercent(share)}`;
}

/** The next match after the given node, from the start again after the last; -1 if there is none. */
export function nextMatch(matches, after) {
  const next = matches.indexOf(1, after + 1);
  return next >= 0 ? next : matches.indexOf(1);
}

/**
 * Searches a tree for what someone typed.
 * @returns {{error?: string, regex?: RegExp, matches?: Uint8Array, nodes?: number, value?: number}} empty without a text,
 *   `error` for a bad expression, else all the rest
 */
export function searchTree(tree, text) {
  const {regex, error} = compileSearch(text);
  if (!regex) {
    return error === undefined ? {} : {error};
  }
  const matches = matchNodes(tree, regex);
  return {regex, matches, ...measureMatches(tree, matches)};
}
