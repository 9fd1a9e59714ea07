// Keys of `inputs`, to tell generations of different inputs apart. Samples of one prompt write the same inputs again and again.

import type { ByteRange, JsonCursor } from '../json/cursor.ts';
import { isWrittenAlike } from '../json/sameBytes.ts';
import { canonicalText } from './canonicalText.ts';
import { textKey } from './textHash.ts';

/** So many different ones are remembered as they are written. */
const mostKnown = 8;

export class KnownInputs {
  readonly #known: { readonly range: ByteRange; readonly key: string }[] = [];

  /** Equal for equal values, however they are written; that of nothing and of null is one. */
  keyOf(inputs: JsonCursor | undefined): string {
    if (inputs === undefined || inputs.kind === 'null') return nothing;
    const range = inputs.range();
    const known = range && this.#known.find((one) => isWrittenAlike(one.range, range));
    if (known !== undefined) return known.key;
    const key = textKey(canonicalText(inputs));
    if (range !== undefined) {
      this.#known.unshift({ range, key });
      this.#known.length = Math.min(this.#known.length, mostKnown);
    }
    return key;
  }
}

const nothing = textKey('');
