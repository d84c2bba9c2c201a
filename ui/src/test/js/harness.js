/** Tests of the module under test, in the order they were declared; JavaScriptTests runs them one by one. */
export const tests = new Map();

export function test(name, body) {
  if (tests.has(name)) {
    throw new Error(`Test '${name}' is declared twice`);
  }
  tests.set(name, body);
}

export function equal(actual, expected, message = 'value') {
  if (!Object.is(actual, expected)) {
    throw new Error(`${message}: expected ${show(expected)}, was ${show(actual)}`);
  }
}

export function close(actual, expected, message = 'value') {
  if (!(Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)))) {
    throw new Error(`${message}: expected about ${expected}, was ${actual}`);
  }
}

export function same(actual, expected, message = 'value') {
  equal(show(actual), show(expected), message);
}

export function ok(condition, message) {
  if (!condition) {
    throw new Error(message);
  }
}

export function throws(body, pattern) {
  try {
    body();
  }
  catch (error) {
    ok(pattern.test(error.message), `expected an error like ${pattern}, was '${error.message}'`);
    return;
  }
  throw new Error(`expected an error like ${pattern}, none was thrown`);
}

function show(value) {
  return JSON.stringify(value, (key, entry) => {
    if (ArrayBuffer.isView(entry) || entry instanceof Set) {
      return Array.from(entry);
    }
    return entry instanceof Map ? Object.fromEntries(entry) : entry;
  });
}
