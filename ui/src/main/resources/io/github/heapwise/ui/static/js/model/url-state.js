import { filterableCategories } from './category.js';

/** Views of a profile. */
export const views = Object.freeze(['icicle', 'flame', 'callers', 'tree', 'top']);

/** Ranges that end now, in seconds; `all` is everything that is retained. */
export const liveRanges = Object.freeze({'1m': 60, '5m': 300, '15m': 900, all: Infinity});

/** @returns {object} what a page shows when its address says nothing else */
export function defaultState() {
  return {
    range: '5m',
    from: null,
    to: null,
    view: 'icicle',
    zoom: null,
    selected: null,
    search: '',
    hiddenCategories: new Set(),
    hiddenFrames: new Set(),
    focus: null,
    fold: true,
    unit: 'bytes',
    type: null,
    thread: null,
    route: null,
  };
}

/**
 * Reads the state of the page from the query of its address. What it does not understand it leaves at the
 * default: addresses get edited, cut off and kept for longer than versions.
 * @param {string} query
 */
export function parseState(query) {
  const params = new URLSearchParams(query);
  const state = defaultState();
  const categories = new Map(filterableCategories.map(({id, category}) => [id, category]));
  const fixed = [params.get('from'), params.get('to')];
  if (fixed.every(isInstant) && fixed[0] < fixed[1]) {
    Object.assign(state, {range: 'fixed', from: fixed[0], to: fixed[1]});
  }
  else if (Object.hasOwn(liveRanges, params.get('range') ?? '')) {
    state.range = params.get('range');
  }
  if (views.includes(params.get('view'))) {
    state.view = params.get('view');
  }
  state.zoom = keyOrNull(params.get('zoom'));
  state.selected = keyOrNull(params.get('selected'));
  state.search = params.get('search') ?? '';
  state.hiddenCategories = new Set((params.get('hide') ?? '').split(',')
      .filter((id) => categories.has(id)).map((id) => categories.get(id)));
  state.hiddenFrames = new Set(params.getAll('without'));
  state.focus = params.get('focus') || null;
  state.fold = params.get('fold') !== 'off';
  state.unit = params.get('unit') === 'objects' ? 'objects' : 'bytes';
  state.type = params.get('type') || null;
  state.thread = params.get('thread') || null;
  state.route = params.get('route') || null;
  return state;
}

/** The query for a state, without what is at its default; empty for the default itself. */
export function formatState(state) {
  const params = new URLSearchParams();
  const defaults = defaultState();
  const put = (name, value, byDefault) => value && value !== byDefault && params.set(name, value);
  if (state.range === 'fixed') {
    params.set('from', state.from);
    params.set('to', state.to);
  }
  else {
    put('range', state.range, defaults.range);
  }
  put('view', state.view, defaults.view);
  put('unit', state.unit, defaults.unit);
  put('type', state.type);
  put('thread', state.thread);
  put('route', state.route);
  put('focus', state.focus);
  put('zoom', state.zoom);
  put('selected', state.selected);
  put('search', state.search);
  put('hide', filterableCategories.filter(({category}) => state.hiddenCategories.has(category))
      .map(({id}) => id).join(','));
  state.hiddenFrames.forEach((name) => params.append('without', name));
  put('fold', state.fold ? '' : 'off');
  return params.size > 0 ? `?${params}` : '';
}

/**
 * The parameters of the endpoint for a state: what the server has to know, not how the page shows it.
 * @param {object} state
 * @returns {URLSearchParams}
 */
export function profileParameters(state) {
  const params = new URLSearchParams();
  if (state.range === 'fixed') {
    params.set('from', state.from);
    params.set('to', state.to);
  }
  else if (Number.isFinite(liveRanges[state.range])) {
    params.set('from', `-${liveRanges[state.range]}s`);
  }
  if (state.unit === 'objects') {
    params.set('value', 'objects');
  }
  for (const name of ['type', 'thread', 'route']) {
    if (state[name]) {
      params.set(name, state[name]);
    }
  }
  return params;
}

function isInstant(text) {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text ?? '') && !Number.isNaN(Date.parse(text));
}

function keyOrNull(text) {
  return /^[0-9a-f]{16}$/.test(text ?? '') ? text : null;
}
