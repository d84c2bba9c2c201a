import { element } from '../../main/resources/io/github/heapwise/ui/static/js/view/dom.js';
import { encodeTree } from './wire.js';
import { random } from './trees.js';
import { CallTree } from '../../main/resources/io/github/heapwise/ui/static/js/model/call-tree.js';
import { FlameCanvas } from '../../main/resources/io/github/heapwise/ui/static/js/view/flame-canvas.js';
import { FlameView } from '../../main/resources/io/github/heapwise/ui/static/js/model/flame-view.js';
import { decodeProfile } from '../../main/resources/io/github/heapwise/ui/static/js/model/profile.js';

const NAMES = 12_000;
const CATEGORIES = [0, 1, 1, 1, 2, 2];

/** A tree as deep and as skewed as those of a Spring application, made from a seed. */
function largeTree(nodes, seed) {
  const next = random(seed);
  const names = ['all', ...Array.from({length: NAMES - 1}, (_, i) => `org.lib${i % 97}.Type${i % 1013}.method${i}`)];
  const cat = Uint8Array.from(names, (_, i) => (i === 0 ? 4 : i > NAMES * 0.9 ? 3 : CATEGORIES[i % CATEGORIES.length]));
  const name = new Int32Array(nodes);
  const parent = new Int32Array(nodes);
  const self = new Float64Array(nodes);
  parent[0] = -1;
  let last = 0;
  let depth = 0;
  for (let i = 1; i < nodes; i++) {
    for (let close = depth > 90 ? 40 : next() < 0.62 ? 0 : Math.floor(next() ** 2 * depth); close > 0; close--) {
      last = parent[last];
      depth--;
    }
    parent[i] = last;
    name[i] = 1 + Math.floor(next() ** 2 * (NAMES - 1));
    self[i] = Math.floor(next() ** 8 * 1e6);
    last = i;
    depth++;
  }
  return new CallTree({names, cat, name, parent, self});
}

function stage() {
  const made = element('div', {class: 'hw-flame__stage'},
      element('div', {class: 'hw-flame__scroller'}, element('canvas', {class: 'hw-flame__canvas'}), element('div', {class: 'hw-flame__spacer'})),
      element('div', {class: 'hw-flame__tip', hidden: true}));
  document.body.replaceChildren(made);
  return made;
}

/** A flame graph of a generated profile, taken apart into the steps whose cost is of interest. */
export class PaintBenchmark {
  #buffer;
  #canvas;
  #view = null;

  constructor(nodes) {
    this.#buffer = encodeTree(largeTree(nodes, 42), {unit: 'bytes'});
    this.#canvas = new FlameCanvas(stage(), {signal: new AbortController().signal, onSelect() {}, onZoom() {}, onCommand: () => false});
  }

  /** From the bytes of the answer to pixels. */
  firstPaint(fold) {
    const {tree} = decodeProfile(this.#buffer);
    this.#view = new FlameView(tree, {fold});
    this.redraw();
    return tree.size;
  }

  redraw() {
    const view = this.#view;
    this.#canvas.render({view, zoom: 0, selected: 0, matches: null, upright: false, unit: 'bytes', whole: view.tree.total[0]});
    this.#canvas.draw();
  }

  /** How many different colours the first column of pixels has. */
  colors() {
    const canvas = document.querySelector('canvas');
    const {data} = canvas.getContext('2d').getImageData(2, 0, 1, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  }
}
