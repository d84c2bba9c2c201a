import { element } from './dom.js';
import { formatPercent, formatValue } from '../model/format.js';
import { keyOfNode } from '../model/node-key.js';
import { kindOf } from '../model/category.js';

const MAX_CHILDREN = 60;
const INDENT_PIXELS = 14;

/**
 * The call tree as a list to open level by level, heaviest first: what the canvas shows, for the keyboard and for
 * screen readers. What is open is remembered by key, so a refresh leaves it open.
 */
export class TreeList {
  #host;
  #on;
  #open = new Set();
  #shown = null;
  #rows = [];
  #revealed = null;

  /**
   * @param {{signal: AbortSignal, onSelect: (node: number) => void, onZoom: (node: number) => void,
   *   onCommand: (key: string, node: number) => boolean}} wiring
   */
  constructor(host, {signal, ...on}) {
    this.#host = host;
    this.#on = on;
    host.addEventListener('keydown', (event) => this.#key(event), {signal});
    host.addEventListener('click', (event) => this.#click(event), {signal});
    host.addEventListener('dblclick', (event) => this.#doubleClick(event), {signal});
  }

  /** @param {{view: FlameView, zoom: number, selected: number, matches: Uint8Array|null, unit: string, whole: number}} shown */
  render(shown) {
    const hadFocus = this.#host.contains(document.activeElement);
    this.#shown = shown;
    this.#revealSelection();
    this.#rows = [];
    this.#collect(shown.zoom, 1, 1, 1);
    this.#host.replaceChildren(...this.#rows.map((row) => this.#item(row)));
    const current = this.#host.querySelector('[tabindex="0"]');
    if (hadFocus) {
      current?.focus({preventScroll: true});
    }
  }

  // Only when the selection changed: closing a branch around it must work.
  #revealSelection() {
    const {view, zoom, selected} = this.#shown;
    const key = this.#keyOf(Math.max(0, selected));
    if (this.#revealed === key) {
      return;
    }
    this.#revealed = key;
    this.#open.add(this.#keyOf(zoom));
    for (const node of view.tree.pathTo(Math.max(0, selected)).slice(0, -1)) {
      this.#open.add(this.#keyOf(node));
    }
  }

  #collect(node, level, position, siblings) {
    const {tree} = this.#shown.view;
    const isLeaf = tree.end[node] === node + 1;
    const isOpen = !isLeaf && this.#open.has(this.#keyOf(node));
    this.#rows.push({node, level, position, siblings, isLeaf, isOpen});
    if (isOpen) {
      const children = tree.childrenOf(node).sort((a, b) => tree.total[b] - tree.total[a]);
      const shown = this.#mostImportant(children);
      shown.forEach((child, index) => this.#collect(child, level + 1, index + 1, children.length));
      if (shown.length < children.length) {
        this.#rows.push({level: level + 1, left: children.length - shown.length});
      }
    }
  }

  // The heaviest, and the one that leads to the selection however light it is.
  #mostImportant(children) {
    const {view, selected} = this.#shown;
    const {end} = view.tree;
    return children.filter((child, index) => index < MAX_CHILDREN || (child <= selected && selected < end[child]));
  }

  #item(row) {
    return row.node === undefined ? more(row) : this.#treeItem(row);
  }

  #treeItem({node, level, position, siblings, isLeaf, isOpen}) {
    const {view, selected, zoom, matches, unit, whole} = this.#shown;
    const {tree} = view;
    const isSelected = node === selected;
    const hasFocus = isSelected || (!this.#isListed(selected) && node === zoom);
    return element('div', {
      class: 'hw-tree__item',
      role: 'treeitem',
      tabindex: hasFocus ? 0 : -1,
      'aria-level': level,
      'aria-posinset': position,
      'aria-setsize': siblings,
      'aria-expanded': isLeaf ? null : String(isOpen),
      'aria-selected': String(isSelected),
      'data-node': node,
      'data-match': matches?.[node] ? 'true' : null,
    },
    element('span', {class: 'hw-tree__label'}, indent(level),
        element('span', {class: 'hw-tree__twist', 'aria-hidden': 'true'}, isLeaf ? '' : isOpen ? '▾' : '▸'),
        element('span', {class: `hw-swatch hw-swatch--${kindOf(tree.categoryOf(node))}`}),
        element('span', {class: 'hw-tree__name', title: tree.nameOf(node)}, tree.nameOf(node).replace(/^▸ /, ''))),
    element('span', {class: 'hw-tree__value'}, formatValue(tree.total[node], unit)),
    element('span', {class: 'hw-tree__value'}, formatPercent(tree.total[node] / whole)));
  }

  #isListed(node) {
    return this.#rows.some((row) => row.node === node);
  }

  #keyOf(node) {
    const {view} = this.#shown;
    return keyOfNode(view.plain, view.plainOf(node)) + (view.isFolded(node) ? '+' : '');
  }

  #click(event) {
    const node = nodeOf(event.target);
    if (node === undefined) {
      return;
    }
    if (event.target.closest('.hw-tree__twist')) {
      this.#toggle(node);
    }
    else {
      this.#on.onSelect(node);
      this.#focusNode(node);
    }
  }

  #doubleClick(event) {
    const node = nodeOf(event.target);
    if (node !== undefined && !event.target.closest('.hw-tree__twist')) {
      this.#toggle(node);
    }
  }

  #toggle(node) {
    const key = this.#keyOf(node);
    if (!this.#open.delete(key)) {
      this.#open.add(key);
    }
    this.render(this.#shown);
  }

  #key(event) {
    const node = nodeOf(event.target);
    if (node === undefined || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (this.#navigate(event.key, node) || this.#on.onCommand(event.key, node)) {
      event.preventDefault();
    }
  }

  #navigate(key, node) {
    const rows = this.#rows.filter((row) => row.node !== undefined);
    const index = rows.findIndex((row) => row.node === node);
    const {isLeaf, isOpen} = rows[index];
    switch (key) {
      case 'ArrowDown':
        return this.#moveTo(rows[index + 1]?.node);
      case 'ArrowUp':
        return this.#moveTo(rows[index - 1]?.node);
      case 'ArrowRight':
        return isLeaf || (isOpen ? this.#moveTo(rows[index + 1].node) : this.#openAt(node));
      case 'ArrowLeft':
        return isOpen ? this.#openAt(node) : this.#moveTo(this.#shown.view.tree.parent[node]);
      case 'Home':
        return this.#moveTo(rows[0].node);
      case 'End':
        return this.#moveTo(rows.at(-1).node);
      default:
        return false;
    }
  }

  #openAt(node) {
    this.#toggle(node);
    this.#focusNode(node);
    return true;
  }

  #moveTo(node) {
    if (node !== undefined && node >= 0) {
      this.#on.onSelect(node);
      this.#focusNode(node);
    }
    return true;
  }

  #focusNode(node) {
    this.#host.querySelector(`[data-node="${node}"]`)?.focus();
  }
}

function nodeOf(target) {
  const item = target.closest('[data-node]');
  return item ? Number(item.dataset.node) : undefined;
}

function indent(level) {
  const space = element('span', {class: 'hw-tree__indent'});
  space.style.width = `${level * INDENT_PIXELS}px`;
  return space;
}

function more({level, left}) {
  return element('div', {class: 'hw-tree__item hw-tree__more', role: 'none'},
      element('span', {class: 'hw-tree__label'}, indent(level), element('span', {class: 'hw-tree__twist'}),
          `${left} lighter ones`));
}
