// What a person agreed to when a document was opened goes with it wherever it is opened once more. Knows no document.

interface Agreed {
  readonly isAgreed?: boolean;
}

/** The consent, where there is one. */
export function agreed({ isAgreed }: Agreed): Agreed {
  return isAgreed ? { isAgreed } : {};
}
