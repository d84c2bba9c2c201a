import { FlamePainter } from './flame-painter.js';
import { FlameScroller } from './flame-scroller.js';
import { FlameTip } from './flame-tip.js';
import { FlameWindow } from '../model/flame-window.js';
import { formatPerRequest, formatPercent, formatValue } from '../model/format.js';
import { nodeAt } from '../model/flame-layout.js';

/**
 * Flame graph on a canvas. Draws what it is told, reports what the user wants and changes nothing by itself:
 * selection and zoom come back through {@link render}.
 */
export class FlameCanvas {
  #canvas;
  #scroller;
  #painter;
  #tip;
  #on;
  #frame = 0;
  #shown = null;
  #window = null;

  /**
   * @param {HTMLElement} stage holds a tip and the scroller, that a canvas and a spacer
   * @param {{signal: AbortSignal, onSelect: (node: number) => void, onZoom: (node: number) => void,
   *   onCommand: (key: string, node: number) => boolean}} wiring `onCommand` says whether it knew the key
   */
  constructor(stage, {signal, ...on}) {
    this.#canvas = stage.querySelector('canvas');
    this.#painter = new FlamePainter(this.#canvas);
    this.#tip = new FlameTip(stage.querySelector('.hw-flame__tip'));
    this.#on = on;
    this.#scroller = new FlameScroller(stage, {
      signal,
      onScroll: () => this.requestDraw(),
      onResize: () => this.#resize(),
    });
    this.#listen(signal);
    this.#resize();
  }

  /**
   * @param {{view: FlameView, zoom: number, selected: number, matches: Uint8Array|null, upright: boolean,
   *   unit: string, whole: number, requests?: number}} shown nodes are those of `view.tree`; `matches` holds 1 per
   *   matching one; `upright` puts the root at the bottom; shares are of `whole`, and values also shared among `requests`
   */
  render(shown) {
    const turned = this.#shown?.upright !== shown.upright;
    this.#shown = shown;
    this.#scroller.reserve(shown.view.layout.rows);
    this.#measure();
    if (turned) {
      this.#scroller.showRoot();
    }
    this.requestDraw();
  }

  /** Scrolls so that a node can be seen. */
  reveal(node) {
    this.#scroller.reveal(this.#shown.view.tree.level[node]);
  }

  requestDraw() {
    this.#frame ||= requestAnimationFrame(() => this.draw());
  }

  /** Draws at once. Costs by pixels, not by nodes. */
  draw() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.#painter.ratio !== devicePixelRatio) {
      this.#painter.resize(this.#scroller.width, this.#scroller.height);
    }
    this.#painter.paint(this.#shown && {...this.#shown, window: this.#window, top: (row) => this.#scroller.top(row)});
  }

  #measure() {
    if (!this.#shown) {
      return;
    }
    const {view, zoom, upright} = this.#shown;
    if (!this.#window?.shows(view.tree, zoom, this.#scroller.width)) {
      this.#window = new FlameWindow(view.tree, view.layout, zoom, this.#scroller.width);
    }
    this.#scroller.render({rows: this.#window.rows, upright});
  }

  // Drawn at once: until the next frame the canvas, which was emptied, would be black.
  #resize() {
    this.#painter.resize(this.#scroller.width, this.#scroller.height);
    this.#measure();
    this.draw();
  }

  #listen(signal) {
    const canvas = this.#canvas;
    canvas.addEventListener('click', (event) => this.#click(this.#nodeUnder(event)), {signal});
    canvas.addEventListener('dblclick', (event) => this.#zoom(this.#nodeUnder(event)), {signal});
    canvas.addEventListener('pointermove', (event) => this.#showTip(event), {signal});
    canvas.addEventListener('pointerleave', () => this.#tip.hide(), {signal});
    canvas.addEventListener('keydown', (event) => this.#key(event), {signal});
    document.addEventListener('themechange', () => {
      this.#painter.adoptTheme();
      this.requestDraw();
    }, {signal});
  }

  #click(node) {
    if (node < 0) {
      return;
    }
    if (this.#shown.view.isFolded(node)) {
      this.#on.onCommand('unfold', node);
    }
    else {
      this.#on.onSelect(node);
    }
  }

  #zoom(node) {
    if (node >= 0) {
      this.#on.onZoom(node);
    }
  }

  #nodeUnder({offsetX, offsetY}) {
    if (!this.#window) {
      return -1;
    }
    const {tree, layout} = this.#shown.view;
    return nodeAt(tree, layout, this.#scroller.rowAt(offsetY), this.#window.valueAt(offsetX));
  }

  #showTip(event) {
    const node = this.#nodeUnder(event);
    this.#canvas.classList.toggle('hw-flame__canvas--over', node >= 0);
    if (node < 0) {
      this.#tip.hide();
      return;
    }
    const {view, unit, whole, requests} = this.#shown;
    const value = view.tree.total[node];
    const figures = [formatValue(value, unit), formatPercent(value / whole), formatPerRequest(value, requests, unit)];
    this.#tip.show(`${view.tree.nameOf(node)}\n${figures.filter(Boolean).join(' · ')}`, event, this.#scroller);
  }

  #key(event) {
    if (!this.#shown || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const selected = Math.max(0, this.#shown.selected);
    const target = this.#arrowTarget(event.key, selected);
    if (target !== undefined) {
      event.preventDefault();
      if (target >= 0) {
        this.#on.onSelect(target);
        this.reveal(target);
      }
    }
    else if (this.#on.onCommand(event.key, selected)) {
      event.preventDefault();
    }
  }

  #arrowTarget(key, node) {
    const {tree} = this.#shown.view;
    const deeper = this.#shown.upright ? 'ArrowUp' : 'ArrowDown';
    switch (key) {
      case 'ArrowUp':
      case 'ArrowDown':
        return key === deeper ? tree.heaviestChildOf(node) : tree.parent[node];
      case 'ArrowLeft':
        return this.#window.neighbour(node, -1);
      case 'ArrowRight':
        return this.#window.neighbour(node, 1);
      default:
        return undefined;
    }
  }
}
