// The log of a container as Docker keeps it (json-file): an object a line, whose `log` is what was printed, a line of it each. What was printed is put together again and
// read on. Knows its keys and no grammar of what was printed.

import { cursorOver } from '../json/byteCursor.ts';
import { plural } from '../words/numbers.ts';
import type { Form, Read } from './form.ts';
import { beginsAsData, madePart } from './formText.ts';
import { jsonTexts } from './jsonTexts.ts';
import { MadeText } from './madeText.ts';
import { writeUnescaped } from './unescape.ts';

export const containerLog: Form = {
  id: 'container-log',
  looksLike: ({ text }) =>
    /^[\s\uFEFF]*\{\s*"log"\s*:\s*"/.test(text) && /"stream"\s*:\s*"std(?:out|err)"/.test(text.slice(0, 20_000)),
  read(bytes): Read | undefined {
    const found = jsonTexts(bytes);
    if (found === undefined || found.texts.length < 2) return undefined;
    const made = new MadeText(bytes);
    for (const { from, to } of found.texts) {
      const log = cursorOver(bytes, from, to)?.get('log');
      const range = log?.kind === 'string' ? log.range() : undefined;
      if (range === undefined) return undefined;
      writeUnescaped(made, bytes, range.from + 1, range.to - 1);
    }
    const result = made.finish();
    const broken = found.broken.length;
    return beginsAsData(new TextDecoder().decode(result.bytes.subarray(0, 2000)))
      ? {
          form: 'Container log',
          notes: [
            `Read what was printed in ${plural(found.texts.length, 'line')}: \`log\` of each, one behind the other.`,
            ...(broken > 0
              ? [`${plural(broken, 'line')} ${broken === 1 ? 'is' : 'are'} no whole JSON and left out.`]
              : []),
          ],
          parts: [madePart(result, { from: 0, to: bytes.length })],
        }
      : undefined;
  },
};
