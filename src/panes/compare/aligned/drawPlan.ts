// How much of the texts is drawn first, guessed from the size of the window: what is in view before anybody has scrolled. The rest follows in
// its turn (turns.ts). A wrong guess costs a frame and nothing else. Pure.

export interface Viewport {
  /** Of the window, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly layout: 'columns' | 'stacked';
}

export interface DrawPlan {
  /** So many columns from the left come in the first frame, with their marks. */
  readonly columnsAtFirst: number;
  /** So many are near the view before anybody has scrolled. */
  readonly columnsNear: number;
  /** UTF-16 code units of each text that come with its column. */
  readonly unitsAtFirst: number;
  /** There are so many columns that those far from the view have no marks and no layout. */
  readonly isWatched: boolean;
}

/** CSS pixels: a line, about the width of a character, and the least width of a column. */
const linePx = 23;
const characterPx = 6.5;
const columnPx = 240;
/** The parts of the window that the texts have. */
const widthShare = 0.8;
const heightShare = 0.55;

/** So many columns are drawn in full wherever they are. */
const fewColumns = 8;

/**
 * `lengths`: of the texts as they stand from the left, in UTF-16 code units. Of many columns only the first half of those in view comes at
 * once: the more samples, the more pieces their texts are cut into.
 */
export function drawPlan(lengths: readonly number[], { width, height, layout }: Viewport): DrawPlan {
  const room = width * widthShare;
  const lines = Math.ceil((height * heightShare) / linePx);
  const column = layout === 'stacked' ? room : Math.max(columnPx, room / Math.max(1, lengths.length));
  const unitsAtFirst = Math.ceil((lines * column) / characterPx);
  const isWatched = lengths.length > fewColumns;
  const inView = room / column;
  const most = layout === 'stacked' ? unitsAtFirst : Math.ceil(isWatched ? inView / 2 : inView) * unitsAtFirst;
  let columnsAtFirst = 0;
  for (let units = 0; columnsAtFirst < lengths.length; columnsAtFirst++) {
    units += Math.min(lengths[columnsAtFirst] ?? 0, unitsAtFirst);
    if (units > most && columnsAtFirst > 0) break;
  }
  const columnsNear = Math.min(lengths.length, Math.max(columnsAtFirst, Math.ceil(inView)));
  return { columnsAtFirst, columnsNear, unitsAtFirst, isWatched };
}
