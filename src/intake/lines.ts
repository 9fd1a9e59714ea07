// Documents that stand together in one text: a line each (JSONL, NDJSON), behind one another, after record separators (RFC 7464), or as the items of a list. Each
// becomes a part as it stands there: responses and bodies all together, as columns of places, anything else by itself.

import { cursorOver, itemsInTurn } from '../json/byteCursor.ts';
import type { JsonCursor } from '../json/cursor.ts';
import { kindCode } from '../json/nodeTable.ts';
import { isOtherData } from '../response/isOtherData.ts';
import { otherDocument } from '../response/otherDocuments.ts';
import { formatCount, listPhrase, plural } from '../words/numbers.ts';
import { answersWithin } from './answersWithin.ts';
import { isPiece, joinedStreams } from './chunkParts.ts';
import type { Form, Part, Read, Refusal } from './form.ts';
import { type JsonText, jsonTexts, mayHoldTexts } from './jsonTexts.ts';
import { isKey, RootColumns, type Rows } from './rootColumns.ts';
import { bodyOver } from './roots.ts';
import { isSound } from './soundJson.ts';
import { checkTexts } from './soundTexts.ts';
import { sameMap } from './sourceMap.ts';
import { isWholeAnswer } from './wholeAnswer.ts';

export const lines: Form = {
  id: 'lines',
  looksLike: ({ text }) => mayHoldTexts(text),
  async read(bytes): Promise<Read | Refusal | undefined> {
    const found = jsonTexts(bytes);
    if (found === undefined) return undefined;
    const { kind, texts, broken, isCut } = found;
    const [only] = texts;
    if (only !== undefined && texts.length === 1 && broken.length === 0) return await readList(bytes, only);
    if (texts.length < 2 ? texts.length === 0 || kind !== 'lines' || broken.length > 1 : broken.length > texts.length)
      return undefined;
    // `[12:00:01]` before a value is no list.
    const head = bytes.subarray(texts[0]?.from ?? 0, texts[0]?.to ?? 0);
    if (head[0] === 0x5b && head.length < 200 && !isSound(head)) return undefined;
    const streams = broken.length === 0 ? streamsOf(bytes, texts) : undefined;
    if (streams) return { form: names[kind], facts: [streams.fact], notes: [streams.note], parts: streams.parts };
    const { parts, notes, responses, others } = await partsOf(bytes, texts, ({ line }) => `line ${formatCount(line)}`);
    // An object before text of another kind is no line among lines.
    if (responses === 0 && texts.length === 1) return undefined;
    const none = kind === 'lines' && others === texts.length && broken.length === 0 ? noneOf(bytes, texts) : undefined;
    if (none) return none;
    return {
      form: names[kind],
      facts: [plural(texts.length, kind === 'lines' ? 'line' : 'document')],
      notes: [...notesOf(broken, kind === 'lines', isCut), ...notes],
      areDocuments: true,
      parts,
    };
  },
};

const names = { lines: 'JSONL', sequence: 'JSON text sequence', texts: 'JSON documents behind each other' } as const;

/** Events of a stream that were printed one behind the other, over several lines each. */
function streamsOf(bytes: Uint8Array<ArrayBuffer>, texts: readonly JsonText[]): ReturnType<typeof joinedStreams> {
  const [first] = texts;
  const event = first && cursorOver(bytes, first.from, first.to);
  if (event?.kind !== 'object' || !isPiece(event)) return undefined;
  return joinedStreams(
    texts.map(({ from, to, line }) => ({
      bytes: bytes.subarray(from, to),
      map: sameMap(to - from, from),
      isJson: false,
      name: `line ${formatCount(line)}`,
    })),
  );
}

/** Records of which none is an answer: what they are is told by the keys of the first. */
function noneOf(bytes: Uint8Array<ArrayBuffer>, texts: readonly JsonText[]): Refusal | undefined {
  const [first] = texts;
  const root = first && cursorOver(bytes, first.from, first.to);
  if (root?.kind !== 'object' || root.length < 2) return undefined;
  const keys = Array.from(root.entries(), ([key]) => `\`${key}\``);
  const other = otherDocument(root);
  return {
    isRefused: true,
    title: `These are ${plural(texts.length, 'line')} of JSON, and none of them holds a response`,
    detail: `${other ? `${other.detail} ` : ''}The first has the keys ${listPhrase(keys, 6)}.`,
    advice:
      other?.advice ?? 'Open the lines that hold what a provider or the platform answered, or one of them by itself.',
  };
}

interface Parts {
  readonly parts: readonly Part[];
  readonly notes: readonly string[];
  /** Of the texts so many are responses or bodies. */
  readonly responses: number;
  /** So many are neither, and hold none. */
  readonly others: number;
}

/** Sound texts that are responses or bodies are read here, all in one pass; the others are parts that are read on. */
async function partsOf(
  bytes: Uint8Array<ArrayBuffer>,
  texts: readonly JsonText[],
  nameOf: (text: JsonText) => string,
): Promise<Parts> {
  const parts: Part[] = [];
  const notes = new Set<string>();
  let responses = 0;
  let others = 0;
  let roots = new RootColumns();
  let own: { readonly text: JsonText; readonly form?: string }[] = [];
  const partOf = (text: JsonText, isJson: boolean): Part => ({
    bytes: bytes.subarray(text.from, text.to),
    map: sameMap(text.to - text.from, text.from),
    isJson,
    name: nameOf(text),
  });
  const finishOwn = () => {
    const [first, ...others] = own;
    const told = own;
    responses += own.length;
    if (first !== undefined && others.length === 0) parts.push(partOf(first.text, true));
    else if (first !== undefined)
      parts.push({
        bytes,
        map: sameMap(bytes.length),
        isJson: true,
        several: {
          roots,
          formOf: (at) => told[at]?.form,
          partOf: (at) => partOf((told[at] ?? first).text, true),
          wordsOf: (at) => ({ name: nameOf((told[at] ?? first).text) }),
        },
      });
    roots = new RootColumns();
    own = [];
  };
  await checkTexts(bytes, texts, {
    onSound(text, list, table, row, shift) {
      if (isResponseAt(list, table, row) && !isOther(bytes, text, list, table, row)) {
        roots.addResponse(list, table, row, shift);
        own.push({ text });
        return;
      }
      const body = bodyOver(bytes, text.from, text.to);
      if (body === undefined) {
        finishOwn();
        const within = partsWithin(bytes, text, nameOf(text));
        if (within.length > 0) notes.add(withinNote);
        else others++;
        parts.push(...(within.length > 0 ? within : [partOf(text, true)]));
        return;
      }
      notes.add(body.note);
      roots.addBody(text.from, text.to);
      own.push({ text, form: body.form });
    },
    onBroken(text) {
      finishOwn();
      parts.push(partOf(text, false));
    },
  });
  finishOwn();
  return { parts, notes: [...notes], responses, others };
}

const withinNote = 'Of lines that hold a response under a key of their own, what stands beside it is left out.';

/** What is in a record of a log, or another envelope. */
function partsWithin(bytes: Uint8Array<ArrayBuffer>, { from, to }: JsonText, name: string): readonly Part[] {
  const root = cursorOver(bytes, from, to);
  const found = root === undefined ? [] : answersWithin(root);
  return found.map((one) => ({
    bytes: bytes.subarray(one.from, one.to),
    map: sameMap(one.to - one.from, one.from),
    isJson: !one.isText,
    name: found.length === 1 ? name : `${name} · ${one.path}`,
  }));
}

/** A list of something else, which is looked for where nothing but the list says that it is a response. */
function isOther(bytes: Uint8Array, { from, to }: JsonText, list: Uint8Array, table: Rows, row: number): boolean {
  for (let child = table.firstChild[row] as number; child >= 0; child = table.nextSibling[child] as number)
    if (['provider_responses', 'project_id', 'num_samples'].some((key) => isKey(list, table, child, key))) return false;
  const root = cursorOver(bytes, from, to);
  return root !== undefined && isOtherData(root);
}

/** As `isResponse` of the roots. */
function isResponseAt(bytes: Uint8Array, table: Rows, row: number): boolean {
  if (table.kind[row] !== kindCode.object) return false;
  let data = -1;
  for (let child = table.firstChild[row] as number; child >= 0; child = table.nextSibling[child] as number) {
    if (isKey(bytes, table, child, 'provider_responses')) return true;
    if (isKey(bytes, table, child, 'data')) data = child;
  }
  return data >= 0 && table.kind[data] === kindCode.array;
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
async function readList(bytes: Uint8Array<ArrayBuffer>, { from, to }: JsonText): Promise<Read | undefined> {
  const root = cursorOver(bytes, from, to);
  if (root?.kind !== 'array' || root.length < 2 || !isListOfAnswers(root)) return undefined;
  const items: JsonText[] = [];
  for (const item of root.items()) {
    const range = item.range();
    if (range !== undefined) items.push({ line: items.length + 1, from: range.from, to: range.to });
  }
  const { parts, notes } = await partsOf(bytes, items, ({ line }) => `item ${formatCount(line)}`);
  return { form: 'list of responses', facts: [plural(items.length, 'item')], notes, areDocuments: true, parts };
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
