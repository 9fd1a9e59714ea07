// What a person agreed to when a document was opened (much to unpack, a mend) goes with it wherever it is opened once more. Knows no document.

import type { TextMend } from '../../response/loadEvents.ts';

interface Agreed {
  readonly isAgreed?: boolean;
  readonly mend?: TextMend;
}

/** The consent, where there is any. */
export function agreed({ isAgreed, mend }: Agreed): Agreed {
  return { ...(isAgreed && { isAgreed }), ...(mend && { mend }) };
}
