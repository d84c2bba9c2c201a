import { Category, filterableCategories } from './model/category.js';
import { FlameCanvas } from './view/flame-canvas.js';
import { FlameView } from './model/flame-view.js';
import { ThemeSwitch } from './view/theme.js';
import { describeMatches, nextMatch, searchTree } from './model/search.js';
import { decodeProfile } from './model/profile.js';
import { formatCount, formatPercent, formatRoundPercent, formatValue } from './model/format.js';
import { keyOfNode } from './model/node-key.js';
import { rankYourCode, sharesByAllocator } from './model/ranking.js';
import { shortFrameName } from './model/frame-name.js';

const MAX_ROWS = 20;

/** The exported flame graph: one file that holds its data and asks nobody for anything. */
class OfflineFlameGraph {
  #profile;
  #canvas;
  #view;
  #hidden = new Set();
  #unfolded = new Set();
  #fold = true;
  #upright = false;
  #zoom = 0;
  #selected = 0;
  #matches = null;

  constructor(profile, signal) {
    this.#profile = profile;
    this.#canvas = new FlameCanvas(document.getElementById('flame'), {
      signal,
      onSelect: (node) => this.#select(node),
      onZoom: (node) => this.#zoomTo(node),
      onCommand: (key, node) => this.#command(key, node),
    });
    new ThemeSwitch(document.getElementById('theme'), {signal});
    this.#wireChips();
    document.getElementById('upright').addEventListener('click', (event) => this.#turn(event.currentTarget));
    document.getElementById('search').addEventListener('input', () => this.#search());
    document.addEventListener('keydown', (event) => this.#slash(event));
    this.#describe();
    this.#listYourCode();
    this.#derive();
  }

  #wireChips() {
    const shares = sharesByAllocator(this.#profile.tree);
    for (const {id, category} of filterableCategories) {
      const chip = document.getElementById(`chip-${id}`);
      const share = chip.querySelector('.hw-chip__value');
      if (share) {
        share.textContent = formatRoundPercent(shares[category]);
      }
      chip.addEventListener('click', () => this.#toggle(chip, category));
    }
    document.getElementById('fold').addEventListener('click', (event) => this.#toggleFold(event.currentTarget));
  }

  #describe() {
    const {meta, tree} = this.#profile;
    const samples = meta.samples === undefined ? '' : ` from ${formatCount(meta.samples)} samples`;
    const error = meta.errorRatio > 0 ? ` ± ${formatPercent(meta.errorRatio)}` : '';
    document.getElementById('summary').textContent = `${formatValue(tree.total[0], meta.unit)}${error}${samples}`;
  }

  #toggle(chip, category) {
    if (!this.#hidden.delete(category)) {
      this.#hidden.add(category);
    }
    chip.setAttribute('aria-pressed', String(!this.#hidden.has(category)));
    this.#derive();
  }

  #toggleFold(chip) {
    this.#fold = !this.#fold;
    chip.setAttribute('aria-pressed', String(this.#fold));
    this.#unfolded.clear();
    this.#derive();
  }

  #turn(button) {
    this.#upright = !this.#upright;
    button.setAttribute('aria-pressed', String(this.#upright));
    this.#render();
  }

  #derive() {
    const [zoom, selected] = this.#view ? [this.#keyOf(this.#zoom), this.#keyOf(this.#selected)] : [null, null];
    this.#view = new FlameView(this.#profile.tree, {hiddenCategories: this.#hidden, fold: this.#fold, unfolded: this.#unfolded});
    this.#zoom = Math.max(0, this.#view.withKey(zoom));
    this.#selected = Math.max(0, this.#view.withKey(selected));
    this.#search();
  }

  #keyOf(node) {
    return keyOfNode(this.#view.plain, this.#view.plainOf(node));
  }

  #select(node) {
    this.#selected = node;
    this.#render();
  }

  #zoomTo(node) {
    this.#zoom = node;
    this.#select(node);
  }

  #command(key, node) {
    const commands = {
      Enter: () => (this.#view.isFolded(node) ? this.#unfold(node) : this.#zoomTo(node)),
      Escape: () => this.#zoomTo(0),
      n: () => this.#toNextMatch(),
      unfold: () => this.#unfold(node),
    };
    commands[key]?.();
    return key in commands;
  }

  #unfold(node) {
    this.#selected = node;
    this.#unfolded.add(this.#keyOf(node));
    this.#derive();
  }

  #toNextMatch() {
    const next = this.#matches ? nextMatch(this.#matches, this.#selected) : -1;
    if (next >= 0) {
      this.#zoom = 0;
      this.#select(next);
      this.#canvas.reveal(next);
    }
  }

  #search() {
    const {error, matches, nodes, value} = searchTree(this.#view.plain, document.getElementById('search').value);
    const result = document.getElementById('match');
    this.#matches = matches ? this.#view.shownMatches(matches) : null;
    result.dataset.state = error ? 'error' : 'found';
    result.textContent = error ?? (matches ? describeMatches({nodes, share: value / this.#profile.tree.total[0]}) : '');
    this.#render();
  }

  #slash(event) {
    if (event.key === '/' && event.target.id !== 'search') {
      event.preventDefault();
      document.getElementById('search').focus();
    }
  }

  #render() {
    this.#canvas.render({
      view: this.#view,
      zoom: this.#zoom,
      selected: this.#selected,
      matches: this.#matches,
      upright: this.#upright,
      unit: this.#profile.meta.unit,
      whole: this.#profile.tree.total[0],
      requests: this.#profile.meta.route?.requests,
    });
    this.#listPath();
    this.#announce();
  }

  #listPath() {
    const {tree} = this.#view;
    document.getElementById('path').replaceChildren(...tree.pathTo(this.#selected).map((node) => {
      const link = make('button', 'hw-crumbs__link', this.#shortName(node));
      link.type = 'button';
      link.title = tree.nameOf(node);
      if (node === this.#selected) {
        link.setAttribute('aria-current', 'true');
      }
      link.addEventListener('click', () => this.#zoomTo(node));
      const item = make('li', 'hw-crumbs__item');
      item.append(link);
      return item;
    }));
  }

  #shortName(node) {
    const {tree} = this.#view;
    return shortFrameName(tree.nameOf(node), tree.categoryOf(node) === Category.allocatedClass);
  }

  #announce() {
    const {tree} = this.#view;
    const value = tree.total[this.#selected];
    document.getElementById('live').textContent = `${tree.nameOf(this.#selected)}, `
        + `${formatValue(value, this.#profile.meta.unit)}, ${formatPercent(value / this.#profile.tree.total[0])}`;
  }

  #listYourCode() {
    const {tree, meta} = this.#profile;
    const rows = rankYourCode(tree).slice(0, MAX_ROWS).map(({name, value, classes}) => {
      const row = document.createElement('tr');
      const function_ = make('th', '');
      function_.scope = 'row';
      function_.append(make('code', 'hw-table__name', name));
      const mostly = classes.map((type) => shortFrameName(type.name, true)).join(', ');
      row.append(function_, make('td', 'hw-table__text hw-table__soft', mostly),
          make('td', '', formatValue(value, meta.unit)), make('td', '', formatPercent(value / tree.total[0])));
      return row;
    });
    document.getElementById('your-code').replaceChildren(...rows);
    document.getElementById('no-code').hidden = rows.length > 0;
  }
}

function make(tag, className, text = '') {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

async function unpack(base64) {
  const packed = Uint8Array.from(atob(base64.trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

async function openOffline() {
  try {
    const profile = decodeProfile(await unpack(document.getElementById('profile').textContent));
    new OfflineFlameGraph(profile, new AbortController().signal);
  }
  catch (error) {
    document.getElementById('summary').textContent = `This file cannot be shown: ${error.message}`;
  }
}

openOffline();
