import { ClassPanel } from './class-panel.js';
import { ComparePanel } from './compare-panel.js';
import { DominatorsPanel } from './dominators-panel.js';
import { ObjectPanel } from './object-panel.js';
import { OverviewPanel } from './overview-panel.js';
import { TablePanel } from './table-panel.js';
import { ThreadsPanel } from './threads-panel.js';
import { isClassNode } from '../../model/heap-state.js';
import { tablesOf } from './tables.js';

const PANELS = Object.freeze({
  overview: OverviewPanel,
  dominators: DominatorsPanel,
  object: ObjectPanel,
  class: ClassPanel,
  threads: ThreadsPanel,
  compare: ComparePanel,
});

/** Which panel shows a state: all instances of a class are seen from near as well. @param {{view: string, node: string|null}} state */
export function panelOf({view, node}) {
  if (view === 'object') {
    return node === null ? 'dominators' : isClassNode(node) ? 'class' : 'object';
  }
  return view;
}

/** @param {string} panel @param {HTMLElement} host @param {AnalysedDump} dump @returns {{show: (state: object) => void}} */
export function makePanel(panel, host, dump) {
  const Panel = PANELS[panel];
  return Panel ? new Panel(host, dump) : new TablePanel(host, dump, {view: panel, ...tablesOf(dump)[panel]});
}
