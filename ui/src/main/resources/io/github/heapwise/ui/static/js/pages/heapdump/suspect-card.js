import { className } from '../../view/class-name.js';
import { element, meter } from '../../view/dom.js';
import { formatBytes, formatChange, formatCount, formatObjects, formatPercent, formatSeconds } from '../../model/format.js';

/**
 * Something that holds a large part of the heap: in words first, then what leads to it, what gathers in it, and where to look next.
 * @param {object} suspect @param {number} number from 1 on @param {AnalysedDump} dump
 */
export function suspectCard(suspect, number, dump) {
  const {sentence, object, classNode, className: type, retainedBytes, retainedRatio, accumulation, path, held, growth, kind} = suspect;
  const node = kind === 'class' ? classNode : (accumulation ?? object).node;
  return element('article', {class: 'hw-panel hw-suspect', 'aria-labelledby': `hw-suspect-${number}`, 'data-suspect': number},
      element('div', {class: 'hw-suspect__head'},
          element('h3', {class: 'hw-suspect__title', id: `hw-suspect-${number}`}, `${number}. `,
              className(type, {href: dump.href({view: 'object', node: kind === 'class' ? classNode : object.node})})),
          element('p', {class: 'hw-suspect__share'}, element('b', {}, formatBytes(retainedBytes)),
              ` ${formatPercent(retainedRatio)} of what is reachable`)),
      meter(retainedRatio, {wide: true, kind: 'app'}),
      element('p', {class: 'hw-suspect__sentence'}, sentence),
      growth ? element('p', {class: 'hw-suspect__growth', 'data-state': growth.deltaBytes > 0 ? 'grown' : 'shrunk'}, growthText(growth, held)) : null,
      path.length > 0 ? pathList(path, dump) : null,
      held.length > 0 ? heldTable(held, number, dump) : null,
      element('div', {class: 'hw-actions'},
          held.length > 0 ? dump.allocationsLink(held[0].className) : dump.allocationsLink(type),
          element('a', {class: 'hw-button', href: dump.href({view: 'object', node})}, kind === 'class' ? 'Instances and paths' : 'Paths to roots'),
          held.length > 0
            ? element('a', {class: 'hw-button', href: dump.href({view: 'object', node: held[0].classNode})}, 'Instances of what it holds') : null,
          kind === 'class' ? null : element('a', {class: 'hw-button', href: dump.href({view: 'dominators', node})}, 'What it dominates')));
}

/** `+12 MB in 5 min, and +34,000 'java.lang.String'` */
function growthText({deltaBytes, deltaObjects, millis}, held) {
  const objects = held.length > 0 && deltaObjects !== 0 ? `, and ${formatChange(deltaObjects, formatCount)} '${held[0].className}'` : '';
  return `${formatChange(deltaBytes, formatBytes)} in ${formatSeconds(millis / 1000)}, since the earlier heap dump${objects}`;
}

function pathList(path, dump) {
  return element('div', {}, element('h4', {class: 'hw-suspect__label'}, 'Held by'),
      element('ol', {class: 'hw-suspect__path'}, ...path.flatMap((step) => [
        step.omitted > 0 ? element('li', {class: 'hw-suspect__step hw-faint'}, `${formatCount(step.omitted)} left out`) : null,
        element('li', {class: 'hw-suspect__step'}, step.field ? element('span', {class: 'hw-step__field'}, step.field) : null,
            className(step.className, {href: dump.href({view: 'object', node: step.node})})),
      ].filter(Boolean))));
}

function heldTable(held, number, dump) {
  const heading = (title, index) => element('th', {scope: 'col', class: index === 0 ? 'hw-table__text' : index === 2 ? 'hw-table__minor' : null}, title);
  return element('table', {class: 'hw-table hw-table--heap hw-suspect__held', 'aria-label': `What gathers in suspect ${number}`},
      element('thead', {}, element('tr', {}, ...['What gathers there', 'Objects', 'Shallow', 'Retained'].map(heading))),
      element('tbody', {}, ...held.map(({classNode, className: type, objects, shallowBytes, retainedBytes}) => element('tr', {},
          element('th', {scope: 'row'}, className(type, {href: dump.href({view: 'object', node: classNode})})),
          element('td', {title: formatCount(objects)}, formatObjects(objects)), element('td', {class: 'hw-table__minor'}, formatBytes(shallowBytes)),
          element('td', {}, formatBytes(retainedBytes))))));
}
