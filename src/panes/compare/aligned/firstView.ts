// How much of the texts is in view before anybody has scrolled, guessed from the size of the window: what is drawn first. A wrong guess costs
// a frame and nothing else. Pure.

export interface FirstView {
  /** UTF-16 code units of each text. */
  readonly unitsEach: number;
  /** Of all texts together. */
  readonly units: number;
}

/** CSS pixels: a line, about the width of a character, and the least width of a column. */
const linePx = 23;
const characterPx = 6.5;
const columnPx = 240;
/** The parts of the window that the texts have. */
const widthShare = 0.8;
const heightShare = 0.55;

/** So many columns are drawn in full wherever they are. */
export const fewColumns = 8;

/** Of many columns only the first half of those in view comes at once: the more samples, the more pieces their texts are cut into. */
export function firstView(
  window: { readonly width: number; readonly height: number },
  layout: 'columns' | 'stacked',
  count: number,
): FirstView {
  const width = window.width * widthShare;
  const lines = Math.ceil((window.height * heightShare) / linePx);
  const column = layout === 'stacked' ? width : Math.max(columnPx, width / Math.max(1, count));
  const unitsEach = Math.ceil((lines * column) / characterPx);
  if (layout === 'stacked') return { unitsEach, units: unitsEach };
  const inView = width / column;
  return { unitsEach, units: Math.ceil(count > fewColumns ? inView / 2 : inView) * unitsEach };
}
