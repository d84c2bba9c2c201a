import { kindOf } from '../model/category.js';
import { RankingTable, shareCell } from '../view/ranking-table.js';
import { element } from '../view/dom.js';
import { formatPercent, formatValue, formatValueRate } from '../model/format.js';
import { rankClasses, rankFunctions, rankYourCode } from '../model/ranking.js';
import { packageOf, shortFrameName } from '../model/frame-name.js';

// Only a profile of a route knows how many requests it is about.
const PER_REQUEST = {
  title: 'per request',
  isShown: (rows) => rows[0]?.requests > 0,
  cell: ({value, requests, unit}) => formatValue(value / requests, unit),
};

/** The functions of the application by what they allocate before the next one takes over. */
export class YourCodeTable {
  #table;
  #rows = [];

  /**
   * @param {{note: string, limit: number, onOpen?: (frame: string) => void,
   *   hrefOf?: (frame: string) => string}} options
   */
  constructor(host, {note, limit, onOpen, hrefOf}) {
    this.#table = new RankingTable(host, {
      title: 'Your code',
      note,
      empty: 'No frame of the application is in this profile.',
      limit,
      columns: [
        {title: 'App frame', text: true, cell: ({name}) => nameCell(name, {onOpen, href: hrefOf?.(name)})},
        {title: 'mostly', text: true, cell: ({classes}) => classes.map(({name}) => shortFrameName(name, true)).join(', ')},
        {title: 'allocated', cell: ({value, unit}) => formatValue(value, unit)},
        PER_REQUEST,
        {title: 'rate', minor: true, cell: ({value, unit, seconds}) => formatValueRate(value, seconds, unit)},
        {title: 'share', cell: ({share}) => shareCell(formatPercent(share), share, 'app')},
      ],
    });
  }

  /** The first row, undefined if there is none. */
  get heaviest() {
    return this.#rows[0];
  }

  /** How much of all was allocated by the application, or for it by what it calls. */
  get share() {
    return this.#rows.reduce((sum, {share}) => sum + share, 0);
  }

  /** @param {Profile} profile */
  render({tree, meta}) {
    this.#rows = rankYourCode(tree).map((row) => ({
      ...row,
      ...measuresOf(meta),
      seconds: meta.seconds,
      share: row.value / tree.total[0],
    }));
    this.#table.render(this.#rows, `Your code, by ${meta.unit ?? 'bytes'} below it before the next app frame`);
  }
}

/** The allocated classes. */
export class ClassTable {
  #table;

  /** @param {{onOpen?: (type: string) => void, hrefOf?: (type: string) => string, limit?: number}} options */
  constructor(host, {onOpen, hrefOf, limit = 50}) {
    this.#table = new RankingTable(host, {
      title: 'What is allocated',
      note: 'by class',
      empty: 'Nothing to list.',
      limit,
      columns: [
        {title: 'Class', text: true, cell: ({name}) => classCell(name, {onOpen, href: hrefOf?.(name)})},
        {title: 'allocated', cell: ({value, unit}) => formatValue(value, unit)},
        PER_REQUEST,
        {title: 'share', cell: ({share}) => shareCell(formatPercent(share), share, 'class')},
      ],
    });
  }

  /** @param {Profile} profile @param {RegExp} [only] names to list */
  render({tree, meta}, only) {
    const classes = rankClasses(tree).filter(({name}) => !only || only.test(name));
    this.#table.render(classes.map((row) => ({...row, ...measuresOf(meta), share: row.value / tree.total[0]})));
  }
}

/** The view Top: all functions, and all classes. */
export class TopTables {
  #functions;
  #classes;

  /** @param {{onOpen: (frame: string) => void, onClass: (type: string) => void}} on */
  constructor(host, {onOpen, onClass}) {
    const functions = element('section', {'data-hw': 'top-functions'});
    const classes = element('section', {'data-hw': 'top-classes'});
    host.append(functions, classes);
    this.#classes = new ClassTable(classes, {onOpen: onClass});
    this.#functions = new RankingTable(functions, {
      title: 'All functions',
      note: 'recursion counted once',
      empty: 'Nothing to list.',
      limit: 200,
      sortedBy: 'self',
      columns: [
        {title: 'Function', text: true, cell: ({name}) => nameCell(name, {onOpen})},
        {title: 'self', cell: ({self, unit}) => formatValue(self, unit), value: ({self}) => self},
        {title: 'total', cell: ({value, unit}) => formatValue(value, unit), value: ({value}) => value},
        PER_REQUEST,
        {title: 'share', cell: ({share, category}) => shareCell(formatPercent(share), share, kindOf(category))},
      ],
    });
  }

  /** @param {Profile} profile @param {RegExp} [only] names to list */
  render(profile, only) {
    const {tree, meta} = profile;
    const functions = rankFunctions(tree).filter(({name}) => !only || only.test(name));
    this.#functions.render(functions.map((row) => ({...row, ...measuresOf(meta), share: row.value / tree.total[0]})));
    this.#classes.render(profile, only);
  }
}

function measuresOf({unit, route}) {
  return {unit, requests: route?.requests ?? 0};
}

// The short form first: where there is little room, the package is what goes.
function nameCell(name, {onOpen, href}) {
  const qualifier = packageOf(name, false);
  const content = [shortFrameName(name, false),
    element('span', {class: 'hw-table__package'}, qualifier && `  ${qualifier.slice(0, -1)}`)];
  return href ? element('a', {class: 'hw-table__name', title: name, href}, ...content)
    : element('button', {class: 'hw-table__name', type: 'button', title: name, click: () => onOpen(name)}, ...content);
}

function classCell(name, {onOpen, href}) {
  return href ? element('a', {class: 'hw-table__name', title: name, href}, name)
    : element('button', {class: 'hw-table__name', type: 'button', title: name, click: () => onOpen(name)}, name);
}
