const FENCE = /^```/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const ITEM = /^(?:[-*]|(\d+)\.)\s+(.*)$/;
const INLINE = /`([^`]+)`|\*\*(.+?)\*\*|\*([^*\s][^*]*)\*/g;

/**
 * A part of a text.
 * @typedef {{kind: 'heading', level: number, text: Run[]}|{kind: 'paragraph', text: Run[]}|{kind: 'list', ordered: boolean, items: Run[][]}
 *   |{kind: 'code', lines: string[]}} Block
 * @typedef {{kind: 'text'|'code'|'strong'|'emphasis', text: string}} Run
 */

/**
 * Reads the Markdown that explanations are written in: headings, paragraphs, lists, code and emphasis. Whatever else there
 * is stays the text it is, markup above all.
 * @param {string} markdown
 * @returns {Block[]}
 */
export function parseMarkdown(markdown) {
  const lines = markdown.split(/\r?\n/);
  const blocks = [];
  let at = 0;
  while (at < lines.length) {
    const {block, next} = blockAt(lines, at);
    if (block !== null) {
      blocks.push(block);
    }
    at = next;
  }
  return blocks;
}

function blockAt(lines, at) {
  const line = lines[at];
  const [, marks, title] = HEADING.exec(line) ?? [];
  if (line.trim() === '') {
    return {block: null, next: at + 1};
  }
  if (marks) {
    return {block: {kind: 'heading', level: marks.length, text: runsOf(title)}, next: at + 1};
  }
  if (FENCE.test(line)) {
    return codeAt(lines, at + 1);
  }
  return ITEM.test(line) ? listAt(lines, at) : paragraphAt(lines, at);
}

function codeAt(lines, at) {
  const end = lines.findIndex((line, index) => index >= at && FENCE.test(line));
  const last = end < 0 ? lines.length : end;
  return {block: {kind: 'code', lines: lines.slice(at, last)}, next: last + 1};
}

function listAt(lines, at) {
  const ordered = ITEM.exec(lines[at])[1] !== undefined;
  const items = [];
  let next = at;
  for (; next < lines.length && lines[next].trim() !== ''; next++) {
    const [, number, text] = ITEM.exec(lines[next]) ?? [];
    if (text === undefined) {
      items[items.length - 1] += ` ${lines[next].trim()}`;
    }
    else if ((number !== undefined) === ordered) {
      items.push(text);
    }
    else {
      break;
    }
  }
  return {block: {kind: 'list', ordered, items: items.map(runsOf)}, next};
}

// Lines that follow each other are one paragraph, until something else begins.
function paragraphAt(lines, at) {
  let next = at + 1;
  while (next < lines.length && lines[next].trim() !== '' && ![FENCE, HEADING, ITEM].some((other) => other.test(lines[next]))) {
    next++;
  }
  return {block: {kind: 'paragraph', text: runsOf(lines.slice(at, next).map((line) => line.trim()).join(' '))}, next};
}

function runsOf(text) {
  const runs = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, strong, emphasis] = match;
    runs.push({kind: 'text', text: text.slice(at, match.index)});
    runs.push(code !== undefined ? {kind: 'code', text: code}
      : strong !== undefined ? {kind: 'strong', text: strong} : {kind: 'emphasis', text: emphasis});
    at = match.index + whole.length;
  }
  return runs.concat({kind: 'text', text: text.slice(at)}).filter((run) => run.text !== '');
}
