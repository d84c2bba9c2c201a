/**
 * Elements for items that come, change and go. What stays is the same element, so that what is open in it stays open
 * and who has the focus keeps it, also where the order changes. Elements are in the page before they are filled.
 */
export class KeyedList {
  #host;
  #keyOf;
  #make;
  #views = new Map();

  /**
   * @param {HTMLElement} host
   * @param {{keyOf: (item: object) => string, make: (item: object) => {root: HTMLElement, render: (item: object, shown: object) => void,
   *   isRead?: () => boolean, markGone?: () => void, destroy?: () => void}}} items a view whose item is gone stays while
   *   it is read, marked as such
   */
  constructor(host, {keyOf, make}) {
    this.#host = host;
    this.#keyOf = keyOf;
    this.#make = make;
  }

  /** @param {object[]} items in their order @param {object} [shown] what all of them share */
  render(items, shown = {}) {
    const itemByKey = new Map(items.map((item) => [this.#keyOf(item), item]));
    this.#views.forEach((view, key) => !itemByKey.has(key) && this.#drop(key, view));
    this.#arrange(Array.from(itemByKey, ([key, item]) => this.#viewOf(key, item).root));
    itemByKey.forEach((item, key) => this.#views.get(key).render(item, shown));
  }

  #viewOf(key, item) {
    if (!this.#views.has(key)) {
      this.#views.set(key, this.#make(item));
    }
    return this.#views.get(key);
  }

  #drop(key, view) {
    if (view.isRead?.()) {
      view.markGone();
      return;
    }
    view.root.remove();
    view.destroy?.();
    this.#views.delete(key);
  }

  // Whoever has the focus would lose it if it were moved, so the others move around it.
  #arrange(roots) {
    const kept = Array.from(this.#host.children).filter((child) => !roots.includes(child));
    const wanted = [...roots, ...kept];
    if (wanted.every((root, index) => root === this.#host.children[index])) {
      return;
    }
    const anchor = wanted.findIndex((root) => root.contains(document.activeElement));
    if (anchor < 0) {
      this.#host.append(...wanted);
    }
    else {
      wanted[anchor].before(...wanted.slice(0, anchor));
      wanted[anchor].after(...wanted.slice(anchor + 1));
    }
  }
}
