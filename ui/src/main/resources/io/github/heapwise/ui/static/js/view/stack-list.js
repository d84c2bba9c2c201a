import { element, setText } from './dom.js';

/**
 * Stacks to open one by one, innermost frame first. Each is made once and kept by its key, so what somebody opened stays
 * open while it changes.
 */
export class StackList {
  #host;
  #itemByKey = new Map();

  constructor(host) {
    this.#host = host;
  }

  /** @param {{key: string, title: string, stack: string[]}[]} stacks */
  render(stacks) {
    const items = new Map(stacks.map((stack) => [stack.key, this.#itemByKey.get(stack.key) ?? makeItem()]));
    if (items.size !== this.#itemByKey.size || Array.from(items.keys()).some((key) => !this.#itemByKey.has(key))) {
      this.#host.replaceChildren(...items.values());
    }
    this.#itemByKey = items;
    stacks.forEach((stack) => show(items.get(stack.key), stack));
  }
}

function makeItem() {
  return element('details', {class: 'hw-stack'}, element('summary', {class: 'hw-stack__title'}),
      element('pre', {class: 'hw-stack__frames', tabindex: 0, role: 'region', 'aria-label': 'Stack'}));
}

function show(item, {title, stack}) {
  setText(item.querySelector('summary'), title);
  setText(item.querySelector('pre'), stack.length > 0 ? stack.join('\n') : 'Nobody saw the stack.');
}
