/** How the cells of a column are aligned, and which go first where there is little room. @param {{text?: boolean, minor?: boolean}} column */
export function columnClass({text, minor}) {
  return [text && 'hw-table__text', minor && 'hw-table__minor'].filter(Boolean).join(' ') || null;
}
