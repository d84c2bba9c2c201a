const STORAGE_KEY = 'heapwise.theme';
const THEMES = ['system', 'light', 'dark'];

/** The remembered choice, `system` without one or where the browser keeps nothing. */
function rememberedTheme() {
  try {
    const theme = localStorage.getItem(STORAGE_KEY);
    return THEMES.includes(theme) ? theme : 'system';
  }
  catch {
    return 'system';
  }
}

/** Button that goes round system, light and dark; canvases listen to `themechange` on the document. */
export class ThemeSwitch {
  #button;
  #theme = rememberedTheme();

  /** @param {{signal: AbortSignal}} lifetime */
  constructor(button, {signal}) {
    this.#button = button;
    button.addEventListener('click', () => this.#next(), {signal});
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', announceTheme, {signal});
    this.#apply();
  }

  #next() {
    this.#theme = THEMES[(THEMES.indexOf(this.#theme) + 1) % THEMES.length];
    try {
      localStorage.setItem(STORAGE_KEY, this.#theme);
    }
    catch {
      // Storage is closed to this page: the choice lasts until the page is left.
    }
    this.#apply();
    announceTheme();
  }

  #apply() {
    document.documentElement.dataset.theme = this.#theme;
    this.#button.setAttribute('aria-label', `Theme: ${this.#theme}. Switch theme`);
    this.#button.title = `Theme: ${this.#theme}`;
    this.#button.dataset.state = this.#theme;
  }
}

function announceTheme() {
  document.dispatchEvent(new Event('themechange'));
}

/**
 * Colours of custom properties as the canvas understands them. A custom property itself computes to its text,
 * `light-dark(...)` included, so a probe takes each as its colour.
 * @param {HTMLElement} host whose colour scheme counts
 * @param {Record<string, string>} properties by the name to return them under
 */
export function readColors(host, properties) {
  const probe = document.createElement('span');
  host.append(probe);
  const colors = {};
  for (const [name, property] of Object.entries(properties)) {
    probe.style.color = `var(${property})`;
    colors[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return colors;
}

/** The same colours as the pixels of an image hold them, one 32-bit number each. */
export function packColors(colors) {
  const context = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  return Object.fromEntries(Object.entries(colors).map(([name, color]) => {
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return [name, new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer)[0]];
  }));
}
