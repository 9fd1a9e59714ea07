// Pieces of Markdown (CommonMark, tables of GFM) that hold texts of others: nothing in them is taken for markup. Pure.

/** In a line or a cell: signs of Markdown and HTML are escaped, line ends are `<br>`, and outer white space stays. */
export function inline(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_{}[\]#|~>]/g, '\\$&')
    .replaceAll(/\r\n|\r|\n/g, '<br>')
    .replace(listMark, '$1\\$2')
    .replaceAll(outerSpace, (signs) => [...signs].map((sign) => `&#${sign.charCodeAt(0)};`).join(''));
}

/** At the start of a line it would begin an item of a list, or be a rule. */
const listMark = /^(\d{0,9})([-+.)])(?=[-\s]|$)/;
const outerSpace = /^[ \t]+|[ \t]+$/g;

/** A text as it is, in a fence that is longer than any in it. */
export function fence(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const ticks = '`'.repeat(Math.max(3, longest + 1));
  return `${ticks}text\n${text}${text.endsWith('\n') ? '' : '\n'}${ticks}`;
}

/** A table line by line; the cells are texts, which are escaped here. */
export function* tableLines(head: readonly string[], rows: Iterable<readonly string[]>): Generator<string> {
  yield row(head);
  yield row(
    head.map(() => '---'),
    true,
  );
  for (const cells of rows) yield row(cells);
}

function row(cells: readonly string[], isMarkup = false): string {
  return `| ${cells.map((cell) => (isMarkup ? cell : inline(cell))).join(' | ')} |`;
}
