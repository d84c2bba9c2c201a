/**
 * Changes a page without moving what somebody reads in it: where something grows or comes above, the page is scrolled by
 * as much. Who stands at its top and reads nothing in particular sees what comes there.
 * @param {HTMLElement[]} parts of the page that may be read, from top to bottom
 * @param {() => void} change
 */
export function keepingPlace(parts, change) {
  const read = parts.find((part) => part.contains(document.activeElement)) ?? parts.find(isOpen)
      ?? (scrollY > 0 ? parts.find(isInView) : undefined);
  const top = read?.getBoundingClientRect().top;
  change();
  if (read?.isConnected) {
    scrollBy({top: read.getBoundingClientRect().top - top, behavior: 'instant'});
  }
}

function isOpen(part) {
  return isInView(part) && part.querySelector('details[open]') !== null;
}

function isInView(part) {
  const {top, bottom} = part.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
