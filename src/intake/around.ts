// JSON that holds responses or provider bodies among values of its own: the answer of a service, a table of runs, a log's record. Each of them is a part;
// what stands beside them is said. Knows no keys of what is around.

import { cursorOver } from '../json/byteCursor.ts';
import { bomLength } from '../json/utf8.ts';
import { listPhrase, plural } from '../words/numbers.ts';
import { answersWithin } from './answersWithin.ts';
import type { Form, Part, Read } from './form.ts';
import { mayHoldTexts } from './jsonTexts.ts';
import { isSound } from './soundJson.ts';
import { sameMap } from './sourceMap.ts';

export const around: Form = {
  id: 'around',
  looksLike: ({ text }) => mayHoldTexts(text),
  read(bytes): Read | undefined {
    const root = isSound(bytes) ? cursorOver(bytes, bomLength(bytes)) : undefined;
    const found = root === undefined ? [] : answersWithin(root);
    const [first] = found;
    // What is an answer itself has been read.
    if (root === undefined || first === undefined || first.path === '') return undefined;
    const parts = found.map(
      ({ from, to, path, isText }): Part => ({
        bytes: bytes.subarray(from, to),
        map: sameMap(to - from, from),
        isJson: !isText,
        ...(found.length > 1 && { name: path }),
      }),
    );
    const places = listPhrase(
      found.slice(0, 5).map(({ path }) => `\`${path}\``),
      5,
      found.length,
    );
    return {
      form: 'JSON around',
      facts: found.length > 1 ? [plural(found.length, 'value')] : [],
      notes: [`Read what stands in ${places}. The values beside ${found.length === 1 ? 'it' : 'them'} are left out.`],
      parts,
    };
  },
};
