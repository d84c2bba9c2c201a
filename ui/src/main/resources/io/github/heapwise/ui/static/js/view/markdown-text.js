import { element } from './dom.js';
import { parseMarkdown } from '../model/markdown.js';

const RUNS = Object.freeze({code: 'code', strong: 'strong', emphasis: 'em'});
const LOWEST_HEADING = 6;

/**
 * Text that was written in Markdown, as elements.
 * @param {string} markdown
 * @param {{level: number}} place `level` is that of its first heading on the page
 * @returns {HTMLElement}
 */
export function markdownText(markdown, {level}) {
  return element('div', {class: 'hw-prose'}, ...parseMarkdown(markdown).map((block) => blockElement(block, level)));
}

function blockElement(block, level) {
  switch (block.kind) {
    case 'heading':
      return element(`h${Math.min(LOWEST_HEADING, level + block.level - 1)}`, {}, ...block.text.map(runNode));
    case 'list':
      return element(block.ordered ? 'ol' : 'ul', {}, ...block.items.map((item) => element('li', {}, ...item.map(runNode))));
    case 'code':
      return element('pre', {class: 'hw-lines'}, element('code', {}, block.lines.join('\n')));
    default:
      return element('p', {}, ...block.text.map(runNode));
  }
}

function runNode({kind, text}) {
  return kind === 'text' ? document.createTextNode(text) : element(RUNS[kind], {}, text);
}
