/** Answers of the views of a heap dump, for tests to change. */
export const MAP = 'java.util.concurrent.ConcurrentHashMap';

const CLASSES = [`${MAP}$Node[]`, 'java.lang.String', 'com.example.names.LeakingNames', 'byte[]', 'org.springframework.core.ResolvableType',
  'java.lang.Class', 'com.example.a.very.long.name.of.a.package.that.goes.on.and.on.SomeGeneratedClass$$EnhancerByProxy$$7f1c2d3e'];

export function objectRow(number, change = {}) {
  const className = CLASSES[number % CLASSES.length];
  return {node: `0x7f00${number.toString(16)}`, className, ...(className.endsWith('[]') ? {length: 16_384} : {}),
    ...(className === 'java.lang.Class' ? {represents: 'com.example.names.Names'} : {}),
    shallowBytes: 24 + number, retainedBytes: Math.round(45_000_000 / (number + 1)), retainedRatio: 0.6 / (number + 1), distance: 2 + number % 5, dominated: number % 3 * 400,
    ...change};
}

/** A page of as many rows as there are. */
export function tablePage(totalRows, page, row, size = 100) {
  const from = (page - 1) * size;
  return {rows: Array.from({length: Math.max(0, Math.min(size, totalRows - from))}, (unused, index) => row(from + index)), page,
    pages: Math.max(1, Math.ceil(totalRows / size)), totalRows};
}

export function classRow(number, change = {}) {
  return {node: `class-${number}`, name: CLASSES[number % CLASSES.length], instances: 120_000 - number, shallowBytes: 3_000_000 - number,
    retainedBytes: 45_000_000 / (number + 1), distance: 2, ...change};
}

export function suspect(change = {}) {
  return {
    kind: 'object',
    sentence: `One '${MAP}' held by static field 'NAMES' of class 'com.example.names.LeakingNames' retains 45.2 MB (61 %), most of it 120,000 'java.lang.String' (30.1 MB)`,
    object: objectRow(0, {className: MAP, length: undefined}), classNode: 'class-4', className: MAP, instances: 1, retainedBytes: 45_200_000, retainedRatio: 0.61,
    accumulation: objectRow(0),
    path: [{node: '0x1', className: 'com.example.names.LeakingNames', omitted: 0}, {node: '0x2', className: MAP, field: 'NAMES', omitted: 0},
      {node: '0x3', className: `${MAP}$Node[]`, field: 'table', omitted: 12}],
    held: [{classNode: 'class-1', className: 'java.lang.String', objects: 120_000, shallowBytes: 2_900_000, retainedBytes: 30_100_000},
      {classNode: 'class-5', className: `${MAP}$Node`, objects: 120_000, shallowBytes: 3_800_000, retainedBytes: 9_000_000}],
    growth: {deltaBytes: 12_000_000, deltaObjects: 34_000, millis: 300_000},
    ...change,
  };
}

export function suspectsAnswer(...suspects) {
  return {reachableBytes: 74_000_000, thresholdBytes: 7_400_000, suspects};
}

export function objectAnswer(change = {}) {
  return {
    object: objectRow(1, {value: 'Ada'}), classNode: 'class-1', roots: [{kind: 'java-frame', thread: '0x5', threadName: 'main', frame: 3}],
    dominators: [objectRow(2), objectRow(0)], valuesShown: true,
    fields: [{name: 'hash', declaringClass: 'java.lang.String', type: 'int', value: '42', holds: true},
      {name: 'value', declaringClass: 'java.lang.String', type: 'object', object: objectRow(3), holds: true},
      {name: 'referent', declaringClass: 'java.lang.ref.Reference', type: 'object', object: objectRow(4), holds: false},
      {name: 'next', declaringClass: 'com.example.Chain', type: 'object', holds: true}],
    page: 1, pages: 1, totalRows: 4, ...change,
  };
}

export function pathsAnswer(change = {}) {
  return {node: 'class-1', objects: 120_000, examined: 1_000, roots: [{
    object: objectRow(2), omitted: 0, root: {kind: 'system-class'}, targets: 900, targetBytes: 30_000_000, children: [
      {object: objectRow(0), field: 'NAMES', omitted: 3, targets: 900, targetBytes: 30_000_000, children: []}],
  }], ...change};
}

export function threadRow(number, change = {}) {
  return {object: objectRow(number, {className: 'java.lang.Thread', value: `http-nio-8080-exec-${number}`}), daemon: true, heldBytes: 900_000 - number,
    frames: [{method: 'com.example.names.NamesController.show', location: 'NamesController.java:31', locals: [objectRow(1)], moreLocals: 2},
      {method: 'java.lang.Thread.run', location: 'Thread.java:840', locals: [], moreLocals: 0}], moreFrames: 40, ...change};
}

/** What a view answers when everything is there. @param {string} view @param {URLSearchParams} parameters */
export function viewAnswer(view, parameters) {
  const page = Number(parameters.get('page') ?? 1);
  const size = Number(parameters.get('size') ?? 100);
  const table = (total, row) => tablePage(total, page, row, size);
  switch (view) {
    case 'classes':
      return table(5_432, classRow);
    case 'instances':
      return table(120_000, (number) => objectRow(number, {className: 'java.lang.String'}));
    case 'dominators':
      return table(12_345, objectRow);
    case 'object':
      return objectAnswer();
    case 'incoming':
      return table(250, (number) => ({object: objectRow(number), fields: ['[12]', 'table']}));
    case 'paths':
      return pathsAnswer();
    case 'suspects':
      return suspectsAnswer(suspect(), suspect({kind: 'class', retainedRatio: 0.12, retainedBytes: 9_000_000, accumulation: undefined, path: [], growth: undefined,
        className: 'byte[]', sentence: "12,000 'byte[]' retain 9 MB (12 %)"}));
    case 'duplicates':
      return {strings: 140_000, distinctStrings: 90_000, bytes: 9_000_000, wastedBytes: 2_100_000,
        ...table(900, (number) => ({node: '0x9', length: 12, copies: 900 - number, bytes: 50_000, wastedBytes: 49_000, value: number % 2 ? 'Ada Lovelace' : undefined}))};
    case 'collections':
      return {instances: 60_000, wastedBytes: 3_400_000, ...table(12, (number) => ({classNode: 'class-3', className: 'java.util.HashMap', kind: 'map', instances: 900,
        empty: 300, sparse: 100, elements: 3_000, slots: 14_000, fillRatio: 0.21, wastedBytes: 90_000 - number, worst: '0x77', worstWastedBytes: 4_000}))};
    case 'loaders':
      return table(3, (number) => ({node: `0x4${number}`, className: 'jdk.internal.loader.ClassLoaders$AppClassLoader', name: 'app', parent: '0x41', classes: 4_000,
        duplicateClasses: 2, instances: 90_000, shallowBytes: 4_000_000, retainedBytes: 9_000_000, distance: 2}));
    case 'threads':
      return table(30, threadRow);
    case 'unreachable':
      return table(200, (number) => ({...classRow(number), retainedBytes: undefined}));
    default:
      return table(300, (number) => ({node: `class-${number}`, name: CLASSES[number % CLASSES.length], change: ['grown', 'shrunk', 'new'][number % 3], instances: 900,
        baselineInstances: 400, deltaInstances: 500 - 10 * number, deltaShallowBytes: 90_000 - 1_000 * number, deltaRetainedBytes: 120_000}));
  }
}
