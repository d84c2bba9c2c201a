import { equal, same, test } from './harness.js';
import { KeyedList } from '../../main/resources/io/github/heapwise/ui/static/js/view/keyed-list.js';
import { element } from '../../main/resources/io/github/heapwise/ui/static/js/view/dom.js';

function list() {
  const host = element('div');
  const ended = [];
  document.body.replaceChildren(host);
  const made = new KeyedList(host, {
    keyOf: ({id}) => id,
    make: ({id}) => {
      const button = element('button', {type: 'button'});
      const root = element('p', {}, button);
      return {
        root,
        render: ({text}) => { button.textContent = text ?? id; },
        isRead: () => root.contains(document.activeElement),
        markGone: () => { button.textContent = 'gone'; },
        destroy: () => ended.push(id),
      };
    },
  });
  return {host, ended, render: (...ids) => made.render(ids.map((id) => ({id}))), texts: () => Array.from(host.children, ({textContent}) => textContent),
    button: (index) => host.children[index].firstChild};
}

test('what stays is the same element in the new order', () => {
  const {host, render, texts} = list();
  render('a', 'b');
  const [first] = host.children;
  render('c', 'b', 'a');
  same(texts(), ['c', 'b', 'a']);
  equal(host.children[2], first);
});

test('who has the focus keeps it, wherever the others move', () => {
  const {render, texts, button} = list();
  render('a', 'b', 'c');
  button(1).focus();
  const focused = document.activeElement;
  render('c', 'd', 'b', 'a');
  same(texts(), ['c', 'd', 'b', 'a']);
  equal(document.activeElement, focused);
});

test('what is gone goes, but not from under its reader', () => {
  const {render, texts, button, ended} = list();
  render('a', 'b');
  button(1).focus();
  render('c');
  same(texts(), ['c', 'gone']);
  same(ended, ['a']);
  document.activeElement.blur();
  render('c');
  same(texts(), ['c']);
  same(ended, ['a', 'b']);
});

test('what comes back is as it was', () => {
  const {render, texts, button} = list();
  render('a');
  button(0).focus();
  render();
  render('a');
  same(texts(), ['a']);
});
