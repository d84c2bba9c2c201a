const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element. Strings become text, never markup.
 * @param {string} tag
 * @param {Record<string, string|number|boolean|Function|null>} [attributes] functions become listeners, `null`
 *   and `false` leave the attribute out
 * @param {...(Node|string|null)} children
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** A bar that shows a ratio from 0 to 1. The number stands beside it as text, so it is hidden from readers. */
export function meter(ratio, {kind = '', wide = false} = {}) {
  const length = Math.max(0, Math.min(1, ratio || 0)) * 100;
  const svg = svgElement('svg', {
    class: wide ? 'hw-meter hw-meter--wide' : 'hw-meter',
    viewBox: '0 0 100 8',
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  svg.append(svgElement('rect', {class: 'hw-meter__track', width: 100, height: 8}),
      svgElement('rect', {class: `hw-meter__value ${kind && `hw-meter__value--${kind}`}`, width: length, height: 8}));
  return svg;
}

/** The part of the page marked `data-hw="name"`. */
export function part(name, root = document) {
  return root.querySelector(`[data-hw="${name}"]`);
}

/**
 * Replaces what is in an element. Who had the focus in it has it again, so that a refresh does not throw anyone out: on
 * the same link wherever it moved, else at the same place.
 */
export function replaceKeepingFocus(host, ...children) {
  const focusable = () => Array.from(host.querySelectorAll('a, button, [tabindex]'));
  const focused = focusable().indexOf(document.activeElement);
  const href = document.activeElement?.getAttribute('href');
  host.replaceChildren(...children);
  if (focused >= 0) {
    const sameLink = href && focusable().find((link) => link.getAttribute('href') === href);
    (sameLink || focusable()[focused])?.focus({preventScroll: true});
  }
}

/** Sets text only where it changed, so that screen readers and selections are left alone. */
export function setText(target, text) {
  if (target.textContent !== text) {
    target.textContent = text;
  }
}

/** Makes an element of an image. */
export function svgElement(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  setAttributes(made, attributes);
  return made;
}

function setAttributes(target, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      target.addEventListener(name, value);
    }
    else if (value !== null && value !== undefined && value !== false) {
      target.setAttribute(name, value === true ? '' : value);
    }
  }
}
