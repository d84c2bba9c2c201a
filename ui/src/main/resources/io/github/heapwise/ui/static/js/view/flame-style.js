import { Category } from '../model/category.js';

/** Height of a row in CSS pixels, the gap below it included. */
export const ROW_HEIGHT = 23;

/** How a box can be painted beyond its category: as a match of the search, or as a row above the one zoomed to. */
export const Style = Object.freeze({match: 7, above: 8});

/** The custom property of each colour of a flame graph; boxes by category or style. */
export const flameColors = Object.freeze({
  background: '--hw-color-surface',
  focus: '--hw-color-focus',
  text: '--hw-flame-text',
  quietText: '--hw-flame-text-quiet',
  matchEdge: '--hw-flame-match-edge',
  [Category.application]: '--hw-flame-application',
  [Category.dependency]: '--hw-flame-dependency',
  [Category.jdk]: '--hw-flame-jdk',
  [Category.allocatedClass]: '--hw-flame-class',
  [Category.synthetic]: '--hw-flame-synthetic',
  [Category.native]: '--hw-flame-native',
  [Category.fold]: '--hw-flame-fold',
  [Style.match]: '--hw-flame-match',
  [Style.above]: '--hw-flame-synthetic',
});

/** The colour of text on a box: some are as quiet as the page, and as dark where that is dark. */
export function textColorOn(style, colors) {
  return style === Style.above || style === Category.fold || style === Category.synthetic ? colors.quietText : colors.text;
}
