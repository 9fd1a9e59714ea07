// What a person notes beside a generation: a star, a short text. No part of the document, and kept as long as it is open.

export interface Annotation {
  readonly isStarred: boolean;
  readonly note: string;
}

/** By position in `data`; a generation without star and note has no entry. */
export type Annotations = Readonly<Record<number, Annotation>>;

export const noAnnotation: Annotation = { isStarred: false, note: '' };

/** Longer notes are cut when they are written: a note is no document. */
export const longestNote = 500;

/** The annotations after one of them changed; the same object when nothing did. */
export function withAnnotation(annotations: Annotations, position: number, change: Partial<Annotation>): Annotations {
  const before = annotations[position] ?? noAnnotation;
  const next = { ...before, ...change };
  if (next.isStarred === before.isStarred && next.note === before.note) return annotations;
  const { [position]: _replaced, ...others } = annotations;
  return next.isStarred || next.note !== '' ? { ...others, [position]: next } : others;
}

/** What of the annotations is used: columns of nothing are not shown. */
export function usedAnnotations(annotations: Annotations): { readonly hasStars: boolean; readonly hasNotes: boolean } {
  const all = Object.values(annotations);
  return {
    hasStars: all.some((annotation) => annotation.isStarred),
    hasNotes: all.some((annotation) => annotation.note !== ''),
  };
}
