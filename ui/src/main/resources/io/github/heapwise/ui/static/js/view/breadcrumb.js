import { Category } from '../model/category.js';
import { element, replaceKeepingFocus } from './dom.js';
import { shortFrameName } from '../model/frame-name.js';

const MAX_ITEMS = 8;

/** The path to a node, the middle of a long one left out. */
export class Breadcrumb {
  #list;
  #onZoom;

  /** @param {{onZoom: (node: number) => void}} wiring */
  constructor(list, {onZoom}) {
    this.#list = list;
    this.#onZoom = onZoom;
  }

  render({tree, node}) {
    const path = tree.pathTo(node);
    const items = path.map((at) => this.#item(tree, at, at === node));
    if (items.length > MAX_ITEMS) {
      const left = items.length - MAX_ITEMS + 1;
      items.splice(2, left, element('li', {class: 'hw-crumbs__item'}, `${left} more`));
    }
    replaceKeepingFocus(this.#list, ...items);
  }

  #item(tree, node, isCurrent) {
    const name = tree.nameOf(node);
    const short = shortFrameName(name, tree.categoryOf(node) === Category.allocatedClass);
    return element('li', {class: 'hw-crumbs__item'}, element('button', {
      class: 'hw-crumbs__link',
      type: 'button',
      title: name,
      'aria-current': isCurrent ? 'true' : null,
      click: () => this.#onZoom(node),
    }, short));
  }
}
