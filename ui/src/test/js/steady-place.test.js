import { equal, test } from './harness.js';
import { element } from '../../main/resources/io/github/heapwise/ui/static/js/view/dom.js';
import { keepingPlace } from '../../main/resources/io/github/heapwise/ui/static/js/view/steady-place.js';

function page() {
  const parts = Array.from({length: 8}, () => {
    const part = element('div', {}, element('button', {type: 'button'}, 'x'));
    part.style.height = '400px';
    return part;
  });
  document.documentElement.style.overflowAnchor = 'none';
  document.body.replaceChildren(...parts);
  scrollTo(0, 0);
  return {parts, topOf: (index) => Math.round(parts[index].getBoundingClientRect().top), grow: () => { parts[0].style.height = '700px'; }};
}

test('what is read stays where it is when something above it grows', () => {
  const {parts, topOf, grow} = page();
  scrollTo(0, 500);
  const before = topOf(1);
  keepingPlace(parts, grow);
  equal(topOf(1), before);
  equal(Math.round(scrollY), 800);
});

test('who has the focus reads, also from the top of the page', () => {
  const {parts, topOf, grow} = page();
  parts[1].firstChild.focus({preventScroll: true});
  keepingPlace(parts, grow);
  equal(topOf(1), 400);
});

test('at the top of the page what comes is seen', () => {
  const {parts, grow} = page();
  keepingPlace(parts, grow);
  equal(scrollY, 0);
});

test('what is gone holds no place', () => {
  const {parts} = page();
  scrollTo(0, 500);
  keepingPlace(parts, () => parts[1].remove());
  equal(Math.round(scrollY), 500);
});
