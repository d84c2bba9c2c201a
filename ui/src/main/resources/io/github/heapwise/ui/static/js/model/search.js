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
    return {error: error.message.replace(/^Invalid regular expression: /, '')};
  }
}

/**
 * Which names match. The expression runs once per distinct name, not once per node.
 * @returns {Uint8Array} 1 per matching name
 */
export function matchNames(names, regex) {
  return Uint8Array.from(names, (name) => (regex.test(name) ? 1 : 0));
}

/**
 * What the matching frames amount to. A match below another match adds nothing to the value.
 * @param {CallTree} tree
 * @param {Uint8Array} matches by name
 * @returns {{nodes: number, value: number}}
 */
export function measureMatches(tree, matches) {
  let nodes = 0;
  let value = 0;
  let countedUntil = 0;
  for (let i = 0; i < tree.size; i++) {
    if (matches[tree.name[i]] === 0) {
      continue;
    }
    nodes++;
    if (i >= countedUntil) {
      value += tree.total[i];
      countedUntil = tree.end[i];
    }
  }
  return {nodes, value};
}

/** The next matching node after the given one in tree order, from the start again after the last; -1 if none. */
export function nextMatch(tree, matches, after) {
  for (let step = 1; step <= tree.size; step++) {
    const node = (after + step) % tree.size;
    if (matches[tree.name[node]] === 1) {
      return node;
    }
  }
  return -1;
}
