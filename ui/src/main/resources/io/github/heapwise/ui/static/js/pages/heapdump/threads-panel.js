import { TablePanel } from './table-panel.js';
import { element } from '../../view/dom.js';
import { formatBytes, formatCount } from '../../model/format.js';
import { objectName } from '../../view/class-name.js';

/** Threads with what their frames hold. */
export class ThreadsPanel extends TablePanel {
  /** @param {HTMLElement} host @param {AnalysedDump} dump */
  constructor(host, dump) {
    const href = (node) => dump.href({view: 'object', node});
    super(host, dump, {view: 'threads', table: {
      title: 'Threads', note: 'with what their frames hold', sortedBy: 'heldBytes', filter: 'Part of a name', empty: 'No thread is in this heap dump.',
      columns: [
        {title: 'Thread', sort: 'name', rising: true, text: true, cell: ({object}) => threadName(object, href(object.node))},
        {title: 'Daemon', minor: true, cell: ({daemon}) => typeof daemon === 'boolean' ? daemon ? 'yes' : 'no' : '–'},
        {title: 'Frames', minor: true, cell: ({frames, moreFrames}) => formatCount(frames.length + moreFrames)},
        {title: 'Retained', minor: true, cell: ({object}) => formatBytes(object.retainedBytes), note: 'by the thread object'},
        {title: 'Held', sort: 'heldBytes', cell: ({heldBytes}) => formatBytes(heldBytes), note: 'what would be collectable if it ended'},
      ],
      detail: {
        title: ({object}) => `Frames of ${object.value ?? object.node}`,
        of: ({frames, moreFrames}) => frames.length > 0 ? stack(frames, moreFrames, href) : null,
      },
    }});
  }
}

function threadName({value, className: type, node}, href) {
  return element('span', {class: 'hw-object'},
      element('a', {class: 'hw-name hw-name--link', href, title: value ?? type}, element('span', {class: 'hw-name__package'}, value ?? 'a thread')),
      element('span', {class: 'hw-object__address', title: type}, node));
}

function stack(frames, more, href) {
  return element('ol', {class: 'hw-frames'}, ...frames.map((frame) => item(frame, href)),
      more > 0 ? element('li', {class: 'hw-frames__item hw-faint'}, `and ${formatCount(more)} more`) : null);
}

function item({method, location, locals, moreLocals}, href) {
  const held = locals.map((object) => element('li', {class: 'hw-frames__local'}, objectName(object, href(object.node)),
      element('span', {class: 'hw-frames__bytes'}, formatBytes(object.retainedBytes))));
  const rest = moreLocals > 0 ? element('li', {class: 'hw-faint'}, `and ${formatCount(moreLocals)} more`) : null;
  return element('li', {class: 'hw-frames__item'}, element('span', {class: 'hw-frames__method'}, method), ' ',
      element('span', {class: 'hw-faint'}, location), held.length > 0 ? element('ul', {class: 'hw-frames__locals'}, ...held, rest) : null);
}
