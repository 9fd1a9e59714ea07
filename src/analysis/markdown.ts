// A text read as Markdown, as plain data that can cross to the page: a few kinds of elements and nothing that could run, load or point anywhere by itself.
// Knows no parser and no screen.

export type MarkdownTag =
  | 'p'
  | 'heading'
  | 'ul'
  | 'ol'
  | 'li'
  | 'blockquote'
  | 'pre'
  | 'code'
  | 'em'
  | 'strong'
  | 'br'
  | 'hr'
  | 'del'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td'
  | 'task'
  | 'link'
  | 'image';

export interface MarkdownElement {
  readonly tag: MarkdownTag;
  readonly children: readonly MarkdownNode[];
  /** Of a heading: as it was written, 1 to 6, and at most one more than that of the heading before. */
  readonly level?: { readonly written: number; readonly nested: number };
  /** First number of a list. */
  readonly start?: number;
  /** Of a task in a list: whether it is ticked. */
  readonly isDone?: boolean;
  /** Of a cell of a table. */
  readonly align?: 'left' | 'center' | 'right';
  /** Where a link or an image points, as it was written. */
  readonly address?: string;
}

export type MarkdownNode = string | MarkdownElement;

/** The address of a link that may be followed: http, https or mailto with nothing hidden; undefined for any other. */
export function followable(address: string): string | undefined {
  try {
    const url = new URL(address);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
