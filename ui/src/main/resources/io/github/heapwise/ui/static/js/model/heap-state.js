/** The views of a heap dump in the order of their tabs; what is looked at from near has none before something is. */
export const heapViews = Object.freeze([
  {id: 'overview', title: 'Overview'},
  {id: 'classes', title: 'Classes'},
  {id: 'dominators', title: 'Dominators'},
  {id: 'object', title: 'Object'},
  {id: 'duplicates', title: 'Duplicate strings'},
  {id: 'collections', title: 'Collections'},
  {id: 'loaders', title: 'Class loaders'},
  {id: 'threads', title: 'Threads'},
  {id: 'unreachable', title: 'Unreachable'},
  {id: 'compare', title: 'Compare'},
].map(Object.freeze));

const MAX_FILTER = 200;

/** @returns {object} what the page shows of a heap dump when its address says nothing else */
export function defaultHeapState() {
  return {id: null, view: 'overview', node: null, sort: null, page: 1, filter: '', with: null};
}

/** Reads what to show from the query of the address. What it does not understand it leaves at the default. @param {string} query */
export function parseHeapState(query) {
  const params = new URLSearchParams(query);
  const text = (name, pattern) => pattern.test(params.get(name) ?? '') ? params.get(name) : null;
  return {
    id: text('id', /^.{1,200}$/),
    view: heapViews.find(({id}) => id === params.get('view'))?.id ?? defaultHeapState().view,
    node: text('node', /^(0x[0-9a-f]{1,16}|class-\d{1,10})$/),
    sort: text('sort', /^-?[A-Za-z]{1,40}$/),
    page: Number(text('page', /^[1-9]\d{0,8}$/) ?? 1),
    filter: (params.get('filter') ?? '').slice(0, MAX_FILTER),
    with: text('with', /^.{1,200}$/),
  };
}

/** The query for a state, without what is at its default. */
export function formatHeapState(state) {
  const params = new URLSearchParams();
  const defaults = defaultHeapState();
  for (const name of Object.keys(defaults)) {
    if (state[name] && state[name] !== defaults[name]) {
      params.set(name, state[name]);
    }
  }
  return `?${params}`;
}

/**
 * The state after a change. Another view, or another object, begins at its first page in its usual order; the heap dump to
 * compare with stays the same.
 */
export function changeHeapState(state, change) {
  const begins = (change.view ?? state.view) !== state.view || 'node' in change;
  const kept = begins ? {...defaultHeapState(), id: state.id, view: state.view, with: state.with} : state;
  return {...kept, ...change};
}

/** What the endpoint has to know of which page of a table is wished for. @returns {URLSearchParams} */
export function tableParameters({sort, page, filter}, more = {}) {
  const params = new URLSearchParams();
  Object.entries({...more, sort, filter, page: page > 1 ? page : null})
      .forEach(([name, value]) => value && params.set(name, value));
  return params;
}

/** Whether a node of the address is all instances of a class. */
export function isClassNode(node) {
  return node.startsWith('class-');
}
