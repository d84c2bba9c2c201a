import { Breadcrumb } from '../view/breadcrumb.js';
import { CategoryChips } from '../view/category-chips.js';
import { FlameCanvas } from '../view/flame-canvas.js';
import { FlameView } from '../model/flame-view.js';
import { SearchBox } from '../view/search-box.js';
import { Segment } from '../view/segment.js';
import { SelectedFrame } from './selected-frame.js';
import { TimeBrush } from '../view/time-brush.js';
import { Timeline } from '../model/timeline.js';
import { TreeList } from '../view/tree-list.js';
import { TopTables, YourCodeTable } from './top-tables.js';
import { Category } from '../model/category.js';
import { compileSearch, matchNodes, measureMatches, nextMatch } from '../model/search.js';
import { element, part, setText } from '../view/dom.js';
import { formatCount, formatExactPercent, formatPercent, formatValue } from '../model/format.js';
import { graft } from '../model/graft.js';
import { keyOfNode, nodeWithKey } from '../model/node-key.js';
import { profileNotes } from '../model/profile-notes.js';
import { sharesByAllocator } from '../model/ranking.js';

const OTHER = '(other)';

/** The call tree of the page in all its views, with everything that selects, searches, hides and zooms in it. */
export class FlamePanel {
  #update;
  #onDetail;
  #profile = null;
  #empty = null;
  #state = null;
  #view = null;
  #derivedFrom = null;
  #unfolded = new Set();
  #matches = null;
  #shares = null;
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

  /** @param {{signal: AbortSignal, update: (change: object) => void, onDetail: () => void}} wiring */
  constructor({signal, update, onDetail}) {
    this.#update = update;
    this.#onDetail = onDetail;
    const navigation = {
      signal,
      onSelect: (node) => this.#select(node),
      onZoom: (node) => this.#zoom(node),
      onCommand: (key, node) => this.#command(key, node),
    };
    this.#canvas = new FlameCanvas(part('flame'), navigation);
    this.#tree = new TreeList(part('tree'), navigation);
    this.#views = new Segment(part('view'), {signal, onChoose: (view) => update({view})});
    this.#path = new Breadcrumb(part('path'), {onZoom: (node) => this.#zoom(node)});
    this.#yourCode = new YourCodeTable(part('your-code'), {
      note: 'in range and filters above',
      limit: 12,
      onOpen: (frame) => this.#selectFrame(frame),
    });
    this.#tops = new TopTables(part('top'), {
      onOpen: (frame) => update({focus: frame, view: 'icicle', zoom: null, selected: null}),
      onClass: (type) => update({type}),
    });
    this.#selected = new SelectedFrame(part('side'), {
      zoom: () => this.#zoom(this.#selectedNode()),
      focusMerged: () => this.#command('f', this.#selectedNode()),
    });
    this.#chips = this.#wireChips();
    this.#brush = this.#wireBrush(signal);
    this.#search = this.#wireSearch(signal);
  }

  get profile() {
    return this.#profile;
  }

  /** @param {Profile} profile @param {{title: string, text: string}|null} empty why there is nothing in it */
  adopt(profile, empty) {
    this.#profile = profile;
    this.#empty = empty;
    this.#derivedFrom = null;
    this.#shares = empty ? null : sharesByAllocator(profile.tree);
    this.#yourCode.render(profile);
    part('notes').replaceChildren(...profileNotes(profile.meta).map((note) => element('li', {}, note)));
  }

  /**
   * The profile with the subtree that is zoomed to in full detail, if the server merged parts of it.
   * @param {(key: string) => Promise<Profile>} fetchSubtree
   */
  async withDetail(profile, state, fetchSubtree) {
    const node = this.#zoomedBaseNode(profile, state);
    if (node <= 0 || !holdsOther(profile.tree, node)) {
      return profile;
    }
    const subtree = await fetchSubtree(keyOfNode(profile.tree, node));
    return {meta: profile.meta, tree: graft(profile.tree, node, subtree.tree)};
  }

  render(state) {
    this.#state = state;
    this.#views.render(state.view);
    this.#chips.render({state, shares: this.#shares});
    this.#showEmptiness();
    if (this.#profile) {
      this.#derive();
      this.#renderTree();
    }
    this.#renderSearch();
  }

  #wireChips() {
    return new CategoryChips(part('chips'), {
      onToggle: (category) => this.#update({hiddenCategories: toggled(this.#state.hiddenCategories, category)}),
      onFold: () => {
        this.#unfolded.clear();
        this.#update({fold: !this.#state.fold});
      },
      onShowAgain: (frame) => this.#update({hiddenFrames: toggled(this.#state.hiddenFrames, frame)}),
      onUnfocus: () => this.#update({focus: null, zoom: null, selected: null}),
    });
  }

  #wireBrush(signal) {
    return new TimeBrush(part('brush'), {
      signal,
      onChoose: (from, to) => this.#update({
        range: 'fixed',
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
      }),
      onReset: () => this.#update({range: 'all', from: null, to: null}),
    });
  }

  #wireSearch(signal) {
    const search = new SearchBox(part('search'), part('search-result'), {
      signal,
      onSearch: (text) => this.#update({search: text}),
      onNext: () => this.#toNextMatch(),
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === '/' && !event.target.closest('input, select')) {
        event.preventDefault();
        search.focus();
      }
    }, {signal});
    return search;
  }

  // Deriving a view of a large profile takes a moment, selecting in it must not.
  #derive() {
    const {hiddenCategories, hiddenFrames, focus, view, fold} = this.#state;
    const options = {hiddenCategories, hiddenFrames, focus, inverted: view === 'callers', fold, unfolded: this.#unfolded};
    const recipe = JSON.stringify(options, (key, value) => (value instanceof Set ? [...value] : value));
    if (this.#derivedFrom !== recipe) {
      this.#derivedFrom = recipe;
      this.#view = new FlameView(this.#profile.tree, options);
    }
  }

  #renderTree() {
    const {view, search} = this.#state;
    const shown = this.#shown();
    this.#find(search);
    shown.matches = this.#matches;
    part('figure').hidden = this.#empty !== null || view === 'tree' || view === 'top';
    part('tree').hidden = this.#empty !== null || view !== 'tree';
    part('top').hidden = this.#empty !== null || view !== 'top';
    this.#canvas.render({...shown, upright: view === 'flame'});
    if (view === 'tree') {
      this.#tree.render(shown);
    }
    else if (view === 'top') {
      this.#tops.render(this.#profile, compileSearch(search).regex);
    }
    this.#path.render({tree: this.#view.tree, node: Math.max(0, shown.selected)});
    this.#selected.render({...shown, meta: this.#profile.meta});
    this.#renderBrush();
    this.#describe(shown);
  }

  #shown() {
    const {zoom, selected} = this.#state;
    return {
      view: this.#view,
      zoom: Math.max(0, this.#view.withKey(zoom)),
      selected: this.#view.withKey(selected),
      unit: this.#profile.meta.unit,
      whole: this.#profile.tree.total[0] || 1,
    };
  }

  #renderBrush() {
    const {meta} = this.#profile;
    this.#brush.render({timeline: new Timeline(meta.timeline), from: Date.parse(meta.from), to: Date.parse(meta.to)});
  }

  #showEmptiness() {
    const target = part('empty');
    target.hidden = this.#empty === null;
    part('split').hidden = this.#profile === null;
    part('split').dataset.state = this.#empty ? 'empty' : 'full';
    for (const name of ['path-nav', 'side', 'your-code', 'notes-panel']) {
      part(name).hidden = this.#empty !== null;
    }
    if (this.#empty) {
      target.replaceChildren(element('p', {class: 'hw-empty__title'}, this.#empty.title), element('p', {}, this.#empty.text));
    }
  }

  #describe({view, zoom, unit, whole}) {
    const {meta, tree} = this.#profile;
    const merged = meta.prunedNodes > 0 ? `; below ${formatExactPercent(meta.min)} merged` : '';
    setText(part('statistics'), `${formatCount(view.tree.size)} frames shown, ${formatCount(tree.size)} in profile${merged}`);
    const heaviest = this.#yourCode.heaviest;
    const finding = heaviest ? `, most of your code's in ${heaviest.name} (${formatPercent(heaviest.value / whole)})` : '';
    part('flame').querySelector('canvas').setAttribute('aria-label',
        `Flame graph: ${formatValue(view.tree.total[zoom], unit)} below ${view.tree.nameOf(zoom)}${finding}`);
  }

  #find(text) {
    const {regex} = compileSearch(text);
    this.#matches = regex ? this.#view.shownMatches(matchNodes(this.#view.plain, regex)) : null;
  }

  #renderSearch() {
    const {search} = this.#state;
    const {regex, error} = compileSearch(search);
    let found;
    if (regex && this.#view) {
      const {plain} = this.#view;
      const {nodes, value} = measureMatches(plain, matchNodes(plain, regex));
      found = {nodes, share: value / (this.#profile.tree.total[0] || 1)};
    }
    this.#search.render({text: search, error, found});
  }

  #keyOf(node) {
    return keyOfNode(this.#view.plain, this.#view.plainOf(node));
  }

  #selectedNode() {
    return Math.max(0, this.#shown().selected);
  }

  #select(node) {
    this.#update({selected: this.#keyOf(node)});
    this.#announce(node);
  }

  #zoom(node) {
    const key = node > 0 ? this.#keyOf(node) : null;
    this.#update({zoom: key, selected: key});
    this.#announce(node);
    if (key) {
      this.#onDetail();
    }
  }

  #command(key, node) {
    const commands = {
      Enter: () => (this.#view.isFolded(node) ? this.#unfold(node) : this.#zoom(node)),
      Escape: () => this.#zoom(0),
      unfold: () => this.#unfold(node),
      f: () => this.#focus(node),
      h: () => this.#hide(node),
      n: () => this.#toNextMatch(),
    };
    const command = commands[key] ?? commands[key.toLowerCase()];
    command?.();
    return command !== undefined;
  }

  #unfold(node) {
    const key = this.#keyOf(node);
    this.#unfolded.add(key);
    this.#update({selected: key});
  }

  #focus(node) {
    if (node > 0 && !this.#view.isFolded(node)) {
      this.#update({focus: this.#view.tree.nameOf(node), zoom: null, selected: null});
    }
  }

  #hide(node) {
    if (node > 0 && !this.#view.isFolded(node)) {
      const parent = this.#view.tree.parent[node];
      const hiddenFrames = toggled(this.#state.hiddenFrames, this.#view.tree.nameOf(node));
      this.#update({hiddenFrames, selected: parent > 0 ? this.#keyOf(parent) : null});
    }
  }

  #toNextMatch() {
    const next = this.#matches ? nextMatch(this.#matches, this.#selectedNode()) : -1;
    if (next >= 0) {
      this.#show(next);
    }
  }

  // Out of the zoom if the node is not in it.
  #show(node) {
    const {zoom} = this.#shown();
    const inside = zoom <= node && node < this.#view.tree.end[zoom];
    this.#update({selected: this.#keyOf(node), zoom: inside ? this.#state.zoom : null});
    this.#canvas.reveal(node);
    this.#announce(node);
  }

  #selectFrame(frame) {
    const {tree} = this.#view;
    let heaviest = -1;
    for (let i = 0; i < tree.size; i++) {
      if (tree.nameOf(i) === frame && (heaviest < 0 || tree.total[i] > tree.total[heaviest])) {
        heaviest = i;
      }
    }
    if (heaviest >= 0) {
      this.#show(heaviest);
    }
  }

  #announce(node) {
    const {tree} = this.#view;
    const {unit, whole} = this.#shown();
    setText(part('announcement'), `${tree.nameOf(node)}, ${formatValue(tree.total[node], unit)}, `
        + `${formatPercent(tree.total[node] / whole)}`);
  }

  #zoomedBaseNode(profile, state) {
    const hidden = state.hiddenCategories.size + state.hiddenFrames.size > 0 || state.focus;
    if (!state.zoom || state.view === 'callers') {
      return -1;
    }
    if (!hidden) {
      return nodeWithKey(profile.tree, state.zoom);
    }
    const {hiddenCategories, hiddenFrames, focus} = state;
    const view = new FlameView(profile.tree, {hiddenCategories, hiddenFrames, focus});
    const node = nodeWithKey(view.plain, state.zoom);
    return node < 0 ? -1 : view.baseOf(node);
  }
}

function toggled(set, entry) {
  const changed = new Set(set);
  if (!changed.delete(entry)) {
    changed.add(entry);
  }
  return changed;
}

function holdsOther(tree, node) {
  for (let i = node; i < tree.end[node]; i++) {
    if (tree.categoryOf(i) === Category.synthetic && tree.nameOf(i) === OTHER) {
      return true;
    }
  }
  return false;
}
