import { keyOfNode } from '../model/node-key.js';
import { nextMatch } from '../model/search.js';

/**
 * What a user can do in the call tree, whichever view shows it: each action becomes a change of the page's state.
 * Nodes are those that are shown; the state knows them by key.
 */
export class FlameNavigation {
  /** Keys of folded runs that were opened. */
  unfolded = new Set();

  #scene;
  #update;
  #onMove;
  #onZoom;

  /**
   * @param {{scene: () => {view: FlameView, state: object, zoom: number, selected: number, matches: Uint8Array|null},
   *   update: (change: object) => void, onMove: (node: number) => void, onZoom: () => void}} wiring `onMove` follows
   *   a change of the selection
   */
  constructor({scene, update, onMove, onZoom}) {
    this.#scene = scene;
    this.#update = update;
    this.#onMove = onMove;
    this.#onZoom = onZoom;
  }

  select(node) {
    this.#update({selected: this.#keyOf(node)});
    this.#onMove(node);
  }

  zoom(node) {
    const key = node > 0 ? this.#keyOf(node) : null;
    this.#update({zoom: key, selected: key});
    this.#onMove(node);
    this.#onZoom();
  }

  zoomToSelected() {
    this.zoom(this.#scene().selected);
  }

  /** Does what a key stands for. @returns {boolean} whether it stands for anything */
  command(key, node) {
    const commands = {
      Enter: () => (this.#scene().view.isFolded(node) ? this.#unfold(node) : this.zoom(node)),
      Escape: () => this.zoom(0),
      unfold: () => this.#unfold(node),
      f: () => this.focus(node),
      h: () => this.#hide(node),
      n: () => this.toNextMatch(),
    };
    const command = commands[key] ?? commands[key.toLowerCase()];
    command?.();
    return command !== undefined;
  }

  /** Merges all calls of a frame into one tree. */
  focus(node = this.#scene().selected) {
    if (this.#isFrame(node)) {
      this.#update({focus: this.#scene().view.tree.nameOf(node), zoom: null, selected: null});
    }
  }

  unfocus() {
    this.#update({focus: null, zoom: null, selected: null});
  }

  toggleCategory(category) {
    this.#update({hiddenCategories: toggled(this.#scene().state.hiddenCategories, category)});
  }

  toggleFrame(name) {
    this.#update({hiddenFrames: toggled(this.#scene().state.hiddenFrames, name)});
  }

  toggleFold() {
    this.unfolded.clear();
    this.#update({fold: !this.#scene().state.fold});
  }

  toNextMatch() {
    const {matches, selected} = this.#scene();
    const next = matches ? nextMatch(matches, selected) : -1;
    if (next >= 0) {
      this.#goTo(next);
    }
  }

  /** Selects the occurrence of a frame with the largest total. */
  toHeaviest(frame) {
    const {tree} = this.#scene().view;
    let heaviest = -1;
    for (let i = 0; i < tree.size; i++) {
      if (tree.nameOf(i) === frame && (heaviest < 0 || tree.total[i] > tree.total[heaviest])) {
        heaviest = i;
      }
    }
    if (heaviest >= 0) {
      this.#goTo(heaviest);
    }
  }

  // Out of the zoom if the node is not in it.
  #goTo(node) {
    const {view, zoom, state} = this.#scene();
    const isInside = zoom <= node && node < view.tree.end[zoom];
    this.#update({selected: this.#keyOf(node), zoom: isInside ? state.zoom : null});
    this.#onMove(node);
  }

  #unfold(node) {
    const key = this.#keyOf(node);
    this.unfolded.add(key);
    this.#update({selected: key});
  }

  #hide(node) {
    if (this.#isFrame(node)) {
      const {view, state} = this.#scene();
      const parent = view.tree.parent[node];
      this.#update({
        hiddenFrames: toggled(state.hiddenFrames, view.tree.nameOf(node)),
        selected: parent > 0 ? this.#keyOf(parent) : null,
      });
    }
  }

  #isFrame(node) {
    return node > 0 && !this.#scene().view.isFolded(node);
  }

  #keyOf(node) {
    const {view} = this.#scene();
    return keyOfNode(view.plain, view.plainOf(node));
  }
}

function toggled(set, entry) {
  const changed = new Set(set);
  if (!changed.delete(entry)) {
    changed.add(entry);
  }
  return changed;
}
