// Documents that stand together in one text: a line each (JSONL, NDJSON), behind one another, after record separators (RFC 7464), or as the items of a list. Each
// becomes a part as it stands there. Whether a part is a response is found out when it is read on.

import { cursorOver, itemsInTurn } from '../json/byteCursor.ts';
import type { JsonCursor } from '../json/cursor.ts';
import { formatCount, listPhrase, plural } from '../words/numbers.ts';
import type { Form, Part, Read } from './form.ts';
import { beginsAsJson, type JsonText, jsonTexts } from './jsonTexts.ts';
import { sameMap } from './sourceMap.ts';
import { isWholeAnswer } from './wholeAnswer.ts';

export const lines: Form = {
  id: 'lines',
  looksLike: ({ text }) => beginsAsJson(text),
  read(bytes): Read | undefined {
    const found = jsonTexts(bytes);
    if (found === undefined) return undefined;
    const { kind, texts, broken, isCut } = found;
    const [only] = texts;
    if (only !== undefined && texts.length === 1 && broken.length === 0) return readList(bytes, only);
    if (texts.length < 2 ? texts.length === 0 || kind !== 'lines' || broken.length > 1 : broken.length > texts.length)
      return undefined;
    return {
      form: names[kind],
      facts: [plural(texts.length, kind === 'lines' ? 'line' : 'document')],
      notes: notesOf(broken, kind === 'lines', isCut),
      areDocuments: true,
      parts: texts.map(({ line, from, to }): Part => partOf(bytes, from, to, `line ${formatCount(line)}`)),
    };
  },
};

const names = { lines: 'JSONL', sequence: 'JSON text sequence', texts: 'JSON documents behind each other' } as const;

function partOf(bytes: Uint8Array<ArrayBuffer>, from: number, to: number, name: string): Part {
  return { bytes: bytes.subarray(from, to), map: sameMap(to - from, from), isJson: false, name };
}

function notesOf(broken: readonly JsonText[], isLines: boolean, isCut: boolean): readonly string[] {
  if (broken.length === 0) return [];
  const places = listPhrase(
    broken.slice(0, 20).map(({ line }) => formatCount(line)),
    20,
    broken.length,
  );
  const [what, are] = broken.length === 1 ? ['Line', 'is'] : ['Lines', 'are'];
  const where = isLines ? `${what} ${places}` : `What stands at ${what.toLowerCase()} ${places}`;
  return [`${where} ${isLines ? are : 'is'} no whole JSON and left out${isCut ? '; the text breaks off there' : ''}.`];
}

/** So many items are looked at. */
const mostLookedAt = 16;

/** The items of a list, where most of the first are responses or bodies and none is a piece of a stream. */
function readList(bytes: Uint8Array<ArrayBuffer>, { from, to }: JsonText): Read | undefined {
  const root = cursorOver(bytes, from, to);
  if (root?.kind !== 'array' || root.length < 2 || !isListOfAnswers(root)) return undefined;
  const parts: Part[] = [];
  for (const item of root.items()) {
    const range = item.range();
    if (range !== undefined) parts.push(partOf(bytes, range.from, range.to, `item ${formatCount(parts.length + 1)}`));
  }
  return { form: 'list of responses', facts: [plural(parts.length, 'item')], notes: [], areDocuments: true, parts };
}

function isListOfAnswers(root: JsonCursor): boolean {
  let looked = 0;
  let answers = 0;
  const ids = new Set<string | undefined>();
  for (const item of itemsInTurn(root)) {
    if (looked === mostLookedAt) break;
    looked++;
    if (isWholeAnswer(item)) answers++;
    ids.add((item.get('id') ?? item.get('responseId'))?.lexeme());
  }
  // The pieces of one answer share its id.
  const isOne = ids.size === 1 && !ids.has(undefined);
  return answers * 2 > looked && !isOne;
}
