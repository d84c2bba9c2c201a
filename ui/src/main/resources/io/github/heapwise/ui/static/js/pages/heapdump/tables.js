import { className, objectName } from '../../view/class-name.js';
import { element } from '../../view/dom.js';
import { figures } from './figures.js';
import { formatBytes, formatChange, formatCount, formatPercent, orDash } from '../../model/format.js';
import { shortFrameName } from '../../model/frame-name.js';

const count = (title, name, more = {}) => ({title, sort: name, cell: (row) => formatCount(row[name]), ...more});
const bytes = (title, name, more = {}) => ({title, sort: name, cell: (row) => formatBytes(row[name]), ...more});
const distance = (more = {}) => ({title: 'Distance', cell: (row) => row.distance > 0 ? formatCount(row.distance) : '–',
  note: 'references from the nearest root', minor: true, ...more});

/** What the views that are tables show. @param {AnalysedDump} dump @returns {Record<string, object>} by view */
export function tablesOf(dump) {
  const toObject = (node) => node ? dump.href({view: 'object', node}) : null;
  return {
    classes: {table: classes(toObject)},
    duplicates: {table: duplicates(toObject), describe: describeDuplicates},
    collections: {table: collections(toObject), describe: describeCollections},
    loaders: {table: loaders(toObject)},
    unreachable: {table: unreachable()},
    compare: {table: comparison(toObject)},
  };
}

/** The columns that every table of objects has, besides the first. */
export const objectColumns = Object.freeze([
  {title: 'Shallow', cell: ({shallowBytes}) => formatBytes(shallowBytes), minor: true, note: 'what it takes itself'},
  {title: 'Retained', cell: ({retainedBytes}) => formatBytes(retainedBytes), note: 'what would be collectable without it'},
  {title: 'Share', cell: ({retainedRatio}) => formatPercent(retainedRatio), note: 'of all that is reachable'},
  distance(),
]);

function classes(toObject) {
  return {
    title: 'Classes', note: 'with reachable instances', sortedBy: 'retainedBytes', filter: 'Part of a name', empty: 'No class has reachable instances.',
    columns: [
      {title: 'Class', sort: 'name', rising: true, text: true, cell: ({node, name, loader}) => withLoader(className(name, {href: toObject(node)}), loader)},
      count('Instances', 'instances'),
      bytes('Shallow', 'shallowBytes', {note: 'what they take themselves', minor: true}),
      bytes('Retained', 'retainedBytes', {note: 'what would be collectable without them, nothing counted twice'}),
      distance({sort: 'distance', rising: true}),
    ],
  };
}

function withLoader(name, loader) {
  return loader ? element('span', {class: 'hw-object'}, name, element('span', {class: 'hw-object__address', title: `defined by ${loader}`},
      shortFrameName(loader, true))) : name;
}

function duplicates(toObject) {
  return {
    title: 'Texts that are there several times', sortedBy: 'wastedBytes', empty: 'Every text is there once.',
    columns: [
      {title: 'Text', text: true, cell: ({node, length, value}) => element('a', {class: 'hw-name hw-name--link', href: toObject(node), title: value ?? null},
          element('span', {class: 'hw-name__package'}, value === null || value === undefined ? textOf(length) : `'${value}'`))},
      count('Copies', 'copies'),
      count('Characters', 'length', {minor: true}),
      bytes('Taken', 'bytes', {note: 'by all copies, arrays included', minor: true}),
      bytes('Wasted', 'wastedBytes', {note: 'by all copies but one'}),
    ],
  };
}

function textOf(length) {
  return `a text of ${formatCount(length)} ${length === 1 ? 'character' : 'characters'}`;
}

function describeDuplicates({strings, distinctStrings, bytes: taken, wastedBytes, unavailableReason}) {
  return unavailableReason ? element('p', {class: 'hw-notice hw-notice--quiet'}, unavailableReason) : figures([
    ['Strings', formatCount(strings), 'reachable'],
    ['Different texts', formatCount(distinctStrings), strings > 0 ? `${formatPercent(distinctStrings / strings)} of the strings` : ''],
    ['Taken', formatBytes(taken), 'arrays included'],
    ['Wasted', formatBytes(wastedBytes), 'if each text were there once'],
  ]);
}

function collections(toObject) {
  return {
    title: 'Collections by class', sortedBy: 'wastedBytes', filter: 'Part of a name', empty: 'There are no collections.',
    columns: [
      {title: 'Class', sort: 'className', rising: true, text: true, cell: ({classNode, className: name}) => className(name, {href: toObject(classNode)})},
      {title: 'Kind', text: true, minor: true, cell: ({kind}) => kind},
      count('Instances', 'instances'),
      count('Empty', 'empty', {minor: true}),
      count('Sparse', 'sparse', {note: 'filled to less than a quarter', minor: true}),
      {title: 'Filled', sort: 'fillRatio', minor: true, cell: ({fillRatio}) => formatPercent(fillRatio), note: 'part of the room that is taken'},
      bytes('Wasted', 'wastedBytes', {note: 'by free room and by empty ones'}),
      {title: 'Worst', minor: true, cell: ({worst, worstWastedBytes}) => worst ? element('a', {class: 'hw-link', href: toObject(worst)}, formatBytes(worstWastedBytes)) : '–'},
    ],
  };
}

function describeCollections({instances, wastedBytes}) {
  return figures([
    ['Collections', formatCount(instances), 'and arrays of references'],
    ['Wasted', formatBytes(wastedBytes), 'by free room and by empty ones'],
  ]);
}

function loaders(toObject) {
  return {
    title: 'Class loaders', sortedBy: 'retainedBytes', filter: 'Part of a name', empty: 'There are no class loaders.',
    columns: [
      {title: 'Loader', sort: 'className', rising: true, text: true, cell: ({node, className: type, name}) => element('span', {class: 'hw-object hw-object--named'},
          className(type, {href: toObject(node)}), name ? element('span', {class: 'hw-object__value', title: name}, `'${name}'`) : null,
          element('span', {class: 'hw-object__address'}, node ?? ''))},
      {title: 'Parent', minor: true, cell: ({parent}) => parent ? element('a', {class: 'hw-link', href: toObject(parent)}, parent) : '–'},
      count('Classes', 'classes'),
      count('Also elsewhere', 'duplicateClasses', {note: 'classes that another loader has defined too', minor: true}),
      count('Instances', 'instances', {minor: true}),
      {title: 'Shallow', minor: true, cell: ({shallowBytes}) => formatBytes(shallowBytes), note: 'what objects of its classes take themselves'},
      bytes('Retained', 'retainedBytes', {note: 'by the loader'}),
      distance(),
    ],
  };
}

function unreachable() {
  return {
    title: 'What nothing holds any more', note: 'and the collector has not taken yet', sortedBy: 'shallowBytes', filter: 'Part of a name',
    empty: 'Everything in this heap dump is reachable.',
    columns: [
      {title: 'Class', sort: 'name', rising: true, text: true, cell: ({name}) => className(name)},
      count('Objects', 'instances'),
      bytes('Taken', 'shallowBytes'),
    ],
  };
}

function comparison(toObject) {
  const change = (title, name, format, more = {}) => ({title, sort: name, cell: (row) => signed(row[name], format), ...more});
  return {
    title: 'Classes that differ', sortedBy: 'deltaShallowBytes', filter: 'Part of a name', empty: 'No class differs.',
    columns: [
      {title: 'Class', sort: 'name', rising: true, text: true, cell: ({node, name}) => className(name, {href: toObject(node)})},
      {title: 'Change', text: true, minor: true, cell: ({change: word}) => element('span', {class: 'hw-change', 'data-state': word}, word)},
      {title: 'Instances', minor: true, cell: ({instances}) => formatCount(instances)},
      {title: 'Before', minor: true, cell: ({baselineInstances}) => orDash(baselineInstances, formatCount)},
      change('More instances', 'deltaInstances', formatCount),
      change('More taken', 'deltaShallowBytes', formatBytes),
      change('More retained', 'deltaRetainedBytes', formatBytes, {minor: true}),
    ],
  };
}

function signed(difference, format) {
  return element('span', {class: 'hw-change', 'data-state': difference > 0 ? 'grown' : difference < 0 ? 'shrunk' : 'same'}, formatChange(difference, format));
}
