import { Breadcrumb } from '../view/breadcrumb.js';
import { Category } from '../model/category.js';
import { CategoryChips } from '../view/category-chips.js';
import { FlameCanvas } from '../view/flame-canvas.js';
import { FlameNavigation } from './flame-navigation.js';
import { FlameView } from '../model/flame-view.js';
import { SearchBox } from '../view/search-box.js';
import { Segment } from '../view/segment.js';
import { SelectedFrame } from './selected-frame.js';
import { TimeBrush } from '../view/time-brush.js';
import { Timeline } from '../model/timeline.js';
import { TopTables, YourCodeTable } from './top-tables.js';
import { TreeList } from '../view/tree-list.js';
import { element, part, setText } from '../view/dom.js';
import { formatCount, formatExactPercent, formatPerRequest, formatPercent, formatValue } from '../model/format.js';
import { profileNotes, yourCodeNote } from '../model/profile-notes.js';
import { searchTree } from '../model/search.js';
import { sharesByAllocator } from '../model/ranking.js';

const PARTS_OF_DATA = ['path-nav', 'side', 'your-code', 'notes-panel'];

/** The call tree of the page in all its views, with what searches, filters and describes it. */
export class FlamePanel {
  #profile = null;
  #empty = null;
  #shares = null;
  #recipe = null;
  #scene = {};
  #navigation;
  #views;
  #chips;
  #brush;
  #search;
  #path;
  #canvas;
  #tree;
  #tops;
  #yourCode;
  #selected;

  /** @param {{signal: AbortSignal, update: (change: object) => void, onZoom: () => void}} wiring */
  constructor({signal, update, onZoom}) {
    this.#navigation = new FlameNavigation({
      scene: () => ({...this.#scene, selected: Math.max(0, this.#scene.selected)}),
      update,
      onMove: (node) => this.#follow(node),
      onZoom,
    });
    this.#views = new Segment(part('view'), {signal, onChoose: (view) => update({view})});
    this.#wireTree(signal);
    this.#wireTables(update);
    this.#wireFilters(signal, update);
  }

  get profile() {
    return this.#profile;
  }

  /** @param {Profile} profile @param {{title: string, text: string}|null} empty why there is nothing in it */
  adopt(profile, empty) {
    this.#profile = profile;
    this.#empty = empty;
    this.#recipe = null;
    this.#shares = empty ? null : sharesByAllocator(profile.tree);
    this.#yourCode.render(profile);
    part('notes').replaceChildren(...this.#notes().map((note) => element('li', {}, note)));
  }

  render(state) {
    this.#views.render(state.view);
    this.#chips.render({state, shares: this.#shares});
    this.#showEmptiness();
    if (this.#profile) {
      this.#scene = this.#compose(state);
      this.#showScene();
    }
  }

  #notes() {
    const notes = profileNotes(this.#profile.meta);
    return this.#empty ? notes : [yourCodeNote(this.#shares[Category.application], this.#yourCode.share), ...notes];
  }

  #wireTree(signal) {
    const navigation = {
      signal,
      onSelect: (node) => this.#navigation.select(node),
      onZoom: (node) => this.#navigation.zoom(node),
      onCommand: (key, node) => this.#navigation.command(key, node),
    };
    this.#canvas = new FlameCanvas(part('flame'), navigation);
    this.#tree = new TreeList(part('tree'), navigation);
    this.#path = new Breadcrumb(part('path'), navigation);
    this.#selected = new SelectedFrame(part('side'), {
      zoom: () => this.#navigation.zoomToSelected(),
      focusMerged: () => this.#navigation.focus(),
    });
  }

  #wireTables(update) {
    this.#yourCode = new YourCodeTable(part('your-code'), {
      note: 'with the libraries it calls, in range and filters above',
      limit: 12,
      onOpen: (frame) => this.#navigation.toHeaviest(frame),
    });
    this.#tops = new TopTables(part('top'), {
      onOpen: (frame) => update({focus: frame, view: 'icicle', zoom: null, selected: null}),
      onClass: (type) => update({type}),
    });
  }

  #wireFilters(signal, update) {
    this.#chips = new CategoryChips(part('chips'), {
      onToggle: (category) => this.#navigation.toggleCategory(category),
      onFold: () => this.#navigation.toggleFold(),
      onShowAgain: (frame) => this.#navigation.toggleFrame(frame),
      onUnfocus: () => this.#navigation.unfocus(),
    });
    this.#brush = new TimeBrush(part('brush'), {
      signal,
      onChoose: (from, to) => update({range: 'fixed', from: instant(from + 1), to: instant(to)}),
      onReset: () => update({range: 'all', from: null, to: null}),
    });
    this.#search = new SearchBox(part('search'), part('search-result'), {
      signal,
      onSearch: (search) => update({search}),
      onNext: () => this.#navigation.toNextMatch(),
    });
    document.addEventListener('keydown', (event) => this.#slash(event), {signal});
  }

  #slash(event) {
    if (event.key === '/' && !event.target.closest('input, select')) {
      event.preventDefault();
      this.#search.focus();
    }
  }

  #compose(state) {
    const view = this.#viewFor(state);
    const search = searchTree(view.plain, state.search);
    return {
      state,
      view,
      search,
      zoom: Math.max(0, view.withKey(state.zoom)),
      selected: view.withKey(state.selected),
      matches: search.matches ? view.shownMatches(search.matches) : null,
      unit: this.#profile.meta.unit,
      requests: this.#profile.meta.route?.requests ?? 0,
      whole: this.#profile.tree.total[0] || 1,
    };
  }

  // Deriving a view of a large profile takes a moment, selecting in it must not.
  #viewFor({hiddenCategories, hiddenFrames, focus, view, fold}) {
    const {unfolded} = this.#navigation;
    const options = {hiddenCategories, hiddenFrames, focus, inverted: view === 'callers', fold, unfolded};
    const recipe = JSON.stringify(options, (key, value) => (value instanceof Set ? [...value] : value));
    if (this.#recipe === recipe) {
      return this.#scene.view;
    }
    this.#recipe = recipe;
    return new FlameView(this.#profile.tree, options);
  }

  #showScene() {
    const {state, view, search, selected, whole} = this.#scene;
    const {meta} = this.#profile;
    this.#showView(state.view);
    this.#path.render({tree: view.tree, node: Math.max(0, selected)});
    this.#selected.render({...this.#scene, meta});
    const found = search.regex && {nodes: search.nodes, share: search.value / whole};
    this.#search.render({text: state.search, error: search.error, found});
    this.#brush.render({timeline: new Timeline(meta.timeline), from: Date.parse(meta.from), to: Date.parse(meta.to)});
    this.#describe();
  }

  #showView(view) {
    const isTable = view === 'tree' || view === 'top';
    part('figure').hidden = this.#empty !== null || isTable;
    part('tree').hidden = this.#empty !== null || view !== 'tree';
    part('top').hidden = this.#empty !== null || view !== 'top';
    this.#canvas.render({...this.#scene, upright: view === 'flame'});
    if (view === 'tree') {
      this.#tree.render(this.#scene);
    }
    else if (view === 'top') {
      this.#tops.render(this.#profile, this.#scene.search.regex);
    }
  }

  #showEmptiness() {
    const target = part('empty');
    target.hidden = this.#empty === null;
    part('split').hidden = this.#profile === null;
    part('split').dataset.state = this.#empty ? 'empty' : 'full';
    for (const name of PARTS_OF_DATA) {
      part(name).hidden = this.#empty !== null;
    }
    if (this.#empty) {
      target.replaceChildren(element('p', {class: 'hw-empty__title'}, this.#empty.title), element('p', {}, this.#empty.text));
    }
  }

  #describe() {
    const {view, zoom, unit, whole} = this.#scene;
    const {meta, tree} = this.#profile;
    const merged = meta.prunedNodes > 0 ? `; below ${formatExactPercent(meta.min)} merged` : '';
    setText(part('statistics'), `${formatCount(view.tree.size)} frames shown, ${formatCount(tree.size)} in profile${merged}`);
    const heaviest = this.#yourCode.heaviest;
    const finding = heaviest ? `, most of your code's in ${heaviest.name} (${formatPercent(heaviest.value / whole)})` : '';
    part('flame').querySelector('canvas').setAttribute('aria-label',
        `Flame graph: ${formatValue(view.tree.total[zoom], unit)} below ${view.tree.nameOf(zoom)}${finding}`);
  }

  #follow(node) {
    const {view, unit, whole, requests} = this.#scene;
    const value = view.tree.total[node];
    this.#canvas.reveal(node);
    setText(part('announcement'), [view.tree.nameOf(node), formatValue(value, unit), formatPercent(value / whole),
      formatPerRequest(value, requests, unit)].filter(Boolean).join(', '));
  }
}

// Starts of buckets come in whole milliseconds, rounded down: taken at their word they would still lie in the bucket
// before, so the range begins a millisecond later.
function instant(epochMillis) {
  return new Date(epochMillis).toISOString();
}
