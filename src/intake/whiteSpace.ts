// JSON with white space that JSON does not know between its values, as it is copied from pages: no-break spaces, line separators, invisible characters. They are
// read as spaces or left out, which is said; within strings all stays. Knows strings and no other grammar.

import { decodeUtf8, sequenceLength } from '../json/utf8.ts';
import { formatCount, listPhrase, plural } from '../words/numbers.ts';
import { stringEnd } from './balanced.ts';
import type { Form, Read } from './form.ts';
import { mayHoldTexts } from './jsonTexts.ts';
import { MadeText } from './madeText.ts';

/** Unicode's White_Space beyond that of JSON, and characters without a width. */
const strange = /[\u0085\u00a0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;
const everyStrange = new RegExp(strange, 'g');
/** A space of its own, unlike what is not seen at all. */
const isSpace = /[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

export const whiteSpace: Form = {
  id: 'white-space',
  looksLike({ text }) {
    return strange.test(text) && mayHoldTexts(text.replace(everyStrange, ' '));
  },
  read(bytes): Read | undefined {
    const made = new MadeText(bytes);
    const found = new Map<string, number>();
    let copied = 0;
    let spaces = 0;
    let others = 0;
    for (let at = 0; at < bytes.length; ) {
      const byte = bytes[at] as number;
      // Other quotes are those of other languages, whose strings may hold what is looked for.
      if (byte === 0x27 || byte === 0x60) return undefined;
      if (byte === 0x22) at = stringEnd(bytes, at);
      else if (byte < 0x80) at++;
      else {
        const to = at + Math.abs(sequenceLength(bytes, at, bytes.length));
        const character = decodeUtf8(bytes, at, to);
        // The mark at the very beginning is known to JSON's readers.
        if (strange.test(character) && (at > 0 || character !== '\ufeff')) {
          made.copy(copied, at);
          if (isSpace.test(character)) {
            made.write(' ', at, to);
            spaces++;
          } else others++;
          copied = to;
          found.set(character, (found.get(character) ?? 0) + 1);
        }
        at = to;
      }
    }
    if (found.size === 0) return undefined;
    made.copy(copied, bytes.length);
    return {
      form: 'JSON with other white space',
      notes: [noteOf(found, spaces, others)],
      parts: [{ ...made.finish(), isJson: false }],
    };
  },
};

function noteOf(found: ReadonlyMap<string, number>, spaces: number, others: number): string {
  const signs = [...found].map(([character, count]) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return count === 1 ? `U+${code}` : `U+${code} ${formatCount(count)} times`;
  });
  const did = [
    ...(spaces > 0
      ? [
          `${plural(spaces, 'character')} between the values ${spaces === 1 ? 'is' : 'are'} read as ${spaces === 1 ? 'a space' : 'spaces'}`,
        ]
      : []),
    ...(others > 0 ? [`${plural(others, 'invisible character')} ${others === 1 ? 'is' : 'are'} left out`] : []),
  ];
  return `JSON does not know this white space, which pages have: ${listPhrase(signs, 5)}. ${did.join(', ')}.`;
}
