import { Category } from '../model/category.js';
import { SidePanel } from '../view/side-panel.js';
import { copyText } from '../view/clipboard.js';
import { formatPercent, formatValue, formatValueRate } from '../model/format.js';
import { ownValue, rankCallers, rankClasses } from '../model/ranking.js';
import { part, setText } from '../view/dom.js';

/** Gathers what the side panel says about the selected frame, and copies it. */
export class SelectedFrame {
  #panel;
  #view = null;
  #node = 0;

  /** @param {{zoom: () => void, focusMerged: () => void}} on */
  constructor(host, on) {
    this.#panel = new SidePanel(host, {
      ...on,
      copyStack: () => this.#copy(this.#stack(), 'Stack copied'),
      copyLink: () => this.#copy(location.href, 'Link copied'),
    });
  }

  /** @param {{view: FlameView, selected: number, unit: string, whole: number, requests: number, meta: object}} shown */
  render({view, selected, unit, whole, requests, meta}) {
    this.#view = view;
    this.#node = view.plainOf(Math.max(0, selected));
    const {tree, plain} = view;
    const shown = Math.max(0, selected);
    const value = plain.total[this.#node];
    this.#panel.render({
      name: tree.nameOf(shown),
      isClass: tree.categoryOf(shown) === Category.allocatedClass,
      value,
      numbers: [
        {value: formatValue(value, unit), label: `total, ${formatPercent(value / whole)} of all`},
        ...(view.inverted ? [] : [{value: formatValue(ownValue(plain, this.#node), unit), label: 'self'}]),
        {value: formatValueRate(value, meta.seconds, unit), label: 'rate in range'},
        ...(requests > 0 ? [{value: formatValue(value / requests, unit), label: 'per request'}] : []),
      ],
      classes: this.#classes(),
      callers: this.#callers(),
      isRoot: shown === 0,
      canFocus: shown > 0 && !view.isFolded(shown),
    });
  }

  #classes() {
    const {plain, inverted} = this.#view;
    if (inverted) {
      return this.#node === 0 ? this.#children() : [];
    }
    return plain.categoryOf(this.#node) === Category.allocatedClass ? [] : rankClasses(plain, this.#node);
  }

  #callers() {
    if (this.#node === 0) {
      return [];
    }
    return this.#view.inverted ? this.#children() : rankCallers(this.#view.plain, this.#node);
  }

  #children() {
    const {plain} = this.#view;
    return plain.childrenOf(this.#node)
        .map((child) => ({name: plain.nameOf(child), category: plain.categoryOf(child), value: plain.total[child]}))
        .sort((a, b) => b.value - a.value);
  }

  // Innermost frame first, as a stack trace reads.
  #stack() {
    const {plain, inverted} = this.#view;
    const names = plain.pathTo(this.#node).slice(1).map((node) => plain.nameOf(node));
    return (inverted ? names : names.reverse()).join('\n');
  }

  async #copy(text, done) {
    setText(part('announcement'), await copyText(text) ? done : 'The browser does not let this page copy');
  }
}
