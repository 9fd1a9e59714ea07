// What stands in the paste box. Of a long text that is a part; what comes before and after it is held unchanged and never put on screen.

export interface Draft {
  readonly text: string;
  /** Code unit at which the caret goes when the text is put there. */
  readonly caret?: number;
  /** UTF-8 that goes before `text` when it is inspected. */
  readonly before?: Blob;
  /** UTF-8 that goes after it; text where it has just been pasted and is being read. */
  readonly after?: Blob | string;
}

export const emptyDraft: Draft = { text: '' };

export function isEmptyDraft({ text, before, after }: Draft): boolean {
  return text === '' && before === undefined && after === undefined;
}

/** The draft with another text in the box; what is held stays. */
export function retyped({ before, after }: Draft, text: string): Draft {
  return { text, ...(before && { before }), ...(after && { after }) };
}
