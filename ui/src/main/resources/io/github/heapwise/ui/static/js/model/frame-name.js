/**
 * Splits a name as it comes from the server: `com.acme.Orders.list (lambda)` has the package `com.acme.`,
 * the class `Orders` and the method `list`; an allocated class has no method. Whatever does not look like
 * either is all `rest`.
 */
const QUALIFIED = /^((?:[\p{L}_$][\p{L}\p{N}_$-]*\.)*)(.*)$/u;

/** Short form for a row of the graph: `Orders.list (lambda)`, `Formatter$FormatSpecifier`. */
export function shortFrameName(name, isClass) {
  return name.slice(packageLength(name, isClass));
}

/** Package with its trailing dot, empty if there is none. */
export function packageOf(name, isClass) {
  return name.slice(0, packageLength(name, isClass));
}

function packageLength(name, isClass) {
  const qualifier = QUALIFIED.exec(name.split(/[ ([/]/, 1)[0])[1];
  if (isClass) {
    return qualifier.length;
  }
  return qualifier.lastIndexOf('.', qualifier.length - 2) + 1;
}
