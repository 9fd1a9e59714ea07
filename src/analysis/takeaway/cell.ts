// What a cell of a table says when it is taken away, and how a figure on screen is spelt for a program. Pure; knows no column and no form.

/** Absent: nothing is there. `json`: the text is JSON as the document writes it. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'json'; readonly text: string }
  | undefined;

/** A number that JSON can hold as it is spelt. */
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export function textCell(text: string | undefined): Cell {
  return text === undefined ? undefined : { kind: 'text', text };
}

/**
 * A figure with the digits that are on screen, spelt as programs read it: no groups of digits, a hyphen for the minus,
 * `e8` for ` × 10^8`. What is more than a number (`3.1 %`, `≈12`) stays a text.
 */
export function figureCell(onScreen: string): Cell {
  const plain = onScreen
    .replaceAll('\u2212', '-')
    .replaceAll(/(?<=\d),(?=\d{3})/g, '')
    .replace(' × 10^', 'e');
  return jsonNumber.test(plain) ? { kind: 'number', text: plain } : { kind: 'text', text: onScreen };
}
