import { equal, same, test } from './harness.js';
import { parseMarkdown } from '../../main/resources/io/github/heapwise/ui/static/js/model/markdown.js';
import { markdownText } from '../../main/resources/io/github/heapwise/ui/static/js/view/markdown-text.js';

const HOSTILE = '<img src=x onerror="document.title=1">';

function html(markdown) {
  return markdownText(markdown, {level: 3}).innerHTML;
}

test('headings begin at the level of their place', () => {
  equal(html('# One\n## Two\n###### Six'), '<h3>One</h3><h4>Two</h4><h6>Six</h6>');
});

test('lines that follow each other are a paragraph', () => {
  equal(html('one\ntwo\n\nthree'), '<p>one two</p><p>three</p>');
});

test('lists are lists', () => {
  equal(html('- one\n- two\n  goes on\n\n1. first\n2. second'), '<ul><li>one</li><li>two goes on</li></ul><ol><li>first</li><li>second</li></ol>');
  equal(html('- one\n1. first'), '<ul><li>one</li></ul><ol><li>first</li></ol>');
});

test('code keeps its lines and its marks', () => {
  equal(markdownText('```\n# a\n**b**\n```\nend', {level: 3}).querySelector('code').textContent, '# a\n**b**');
  same(parseMarkdown('```\nnever ends').map(({kind}) => kind), ['code']);
});

test('emphasis', () => {
  equal(html('**What to try:** use `-XX:+UseZGC`, *not* 2 * 3 * 4'),
      '<p><strong>What to try:</strong> use <code>-XX:+UseZGC</code>, <em>not</em> 2 * 3 * 4</p>');
  equal(html('snake_case_name and **unfinished'), '<p>snake_case_name and **unfinished</p>');
});

test('markup is text wherever it stands', () => {
  const made = markdownText([HOSTILE, `# ${HOSTILE}`, `- ${HOSTILE}`, `**${HOSTILE}**`, `\`${HOSTILE}\``, '[x](javascript:alert(1))'].join('\n\n'), {level: 3});
  equal(made.querySelector('img, a'), null);
  equal(made.textContent.split(HOSTILE).length, 6);
});

test('nothing is nothing', () => {
  same(parseMarkdown(''), []);
  same(parseMarkdown('\n\r\n  \n'), []);
});
