const BESIDE = 12;
const BELOW = 18;
const ABOVE = 8;
const MARGIN = 4;

/** A note beside the pointer, turned to where there is room. */
export class FlameTip {
  #element;

  constructor(element) {
    this.#element = element;
  }

  hide() {
    this.#element.hidden = true;
  }

  /**
   * @param {string} text
   * @param {{offsetX: number, offsetY: number}} pointer
   * @param {{width: number, height: number}} room to stay in
   */
  show(text, {offsetX, offsetY}, room) {
    const tip = this.#element;
    tip.hidden = false;
    tip.textContent = text;
    const x = Math.min(offsetX + BESIDE, Math.max(0, room.width - tip.offsetWidth - MARGIN));
    const fitsBelow = offsetY + BELOW + tip.offsetHeight < room.height;
    const y = fitsBelow ? offsetY + BELOW : offsetY - tip.offsetHeight - ABOVE;
    tip.style.transform = `translate(${x}px, ${y}px)`;
  }
}
