// What a person notes beside a generation: a star, a short text. No part of the document, and kept as long as it is open.

export interface Mark {
  readonly isStarred: boolean;
  readonly note: string;
}

/** By position in `data`; a generation without star and note has no entry. */
export type Marks = Readonly<Record<number, Mark>>;

export const noMark: Mark = { isStarred: false, note: '' };

/** Longer notes are cut when they are written: a note is no document. */
export const longestNote = 500;

/** The marks after one of them changed; the same object when nothing did. */
export function withMark(marks: Marks, position: number, change: Partial<Mark>): Marks {
  const before = marks[position] ?? noMark;
  const next = { ...before, ...change };
  if (next.isStarred === before.isStarred && next.note === before.note) return marks;
  const { [position]: _replaced, ...others } = marks;
  return next.isStarred || next.note !== '' ? { ...others, [position]: next } : others;
}

/** What of the marks is used: columns of nothing are not shown. */
export function usedMarks(marks: Marks): { readonly hasStars: boolean; readonly hasNotes: boolean } {
  const all = Object.values(marks);
  return { hasStars: all.some((mark) => mark.isStarred), hasNotes: all.some((mark) => mark.note !== '') };
}
