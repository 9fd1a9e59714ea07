// What Python prints: `repr`, `print`, `pprint` and rich of dicts and lists, the objects of SDKs, pydantic and dataclasses, in a console or a notebook.
// Nothing is run. Knows what stands around values; the values themselves are read in `literal/`.

import { bomLength, byteAfter } from '../json/utf8.ts';
import type { Form, Read, Reading } from './form.ts';
import * as is from './literal/characters.ts';
import { Draft, LiteralError } from './literal/draft.ts';
import { cannotBeRead, countFacts, partsOf, placeWords, type Root } from './literal/literalText.ts';
import { PythonLiteral } from './literal/pythonLiteral.ts';
import { blankEnd, stringAt } from './literal/pythonStrings.ts';
import { isSurelyPython, type PythonTally, pythonFacts, pythonNotes, pythonTally } from './literal/pythonTally.ts';

export const pythonRepr: Form = {
  id: 'python',
  looksLike({ bytes, text }) {
    if (!/^\s*(?:[[{('"<#│]|>>> |\w)/.test(text) && bytes[0] !== is.escapeByte) return false;
    const { tally, error } = readValues(bytes);
    return error === undefined || error.isCut ? isPython(tally) : isSurelyPython(tally);
  },
  read(bytes) {
    const { draft, tally, roots, notes, error } = readValues(bytes);
    if (!isPython(tally) || (error === undefined && roots.length === 0)) return undefined;
    const place = placeWords(bytes);
    if (error && (!error.isCut || roots.length === 0)) {
      return isSurelyPython(tally) && !error.isCut ? refused(error, bytes) : undefined;
    }
    const parts = partsOf(draft.finish(error?.byte ?? bytes.length), roots, place);
    return {
      form: isSurelyPython(tally) ? 'Python repr' : 'Python or JavaScript literal',
      facts: [...countFacts(roots), ...pythonFacts(tally)],
      notes: [
        ...(error ? [`The text breaks off in ${place(error.byte)}; what was complete before is shown.`] : []),
        ...notes,
        ...pythonNotes(tally, place),
      ],
      parts,
    } satisfies Read;
  },
};

function refused(error: LiteralError, bytes: Uint8Array): Reading {
  return cannotBeRead(
    'Python',
    error,
    placeWords(bytes),
    'Print the response with `print(json.dumps(response, default=str))` and paste that.',
  );
}

/** Not JSON, and read as Python from end to end; what is only of the second kind may be JavaScript's as well. */
function isPython(tally: PythonTally): boolean {
  return (
    isSurelyPython(tally) || tally.has('apostrophe', 'escape', 'number', 'set', 'comment', 'guide', 'key', 'assigned')
  );
}

interface Values {
  readonly draft: Draft;
  readonly tally: PythonTally;
  readonly roots: readonly Root[];
  readonly notes: readonly string[];
  readonly error?: LiteralError;
}

/** Reads value after value; with an error the last root is what there was of it. */
function readValues(bytes: Uint8Array<ArrayBuffer>): Values {
  const draft = new Draft(bytes);
  const tally = pythonTally();
  const literal = new PythonLiteral(draft, tally);
  const roots: Root[] = [];
  const notes: string[] = [];
  let at: number = bomLength(bytes);
  let from = 0;
  let isWithin = false;
  try {
    for (;;) {
      at = aroundEnd(draft, tally, at);
      if (at >= bytes.length) return { draft, tally, roots, notes };
      from = draft.place(at);
      isWithin = true;
      const end = literal.read(at);
      isWithin = false;
      const isString = stringAt(bytes, at) !== undefined;
      const root = { from, to: draft.place(end), byte: at, isString };
      const { answer } = literal;
      if (answer && answer.to > 0) {
        notes.push(
          `Of \`${answer.name}\` its body is taken${answer.others.length > 0 ? `; ${answer.others.map((one) => `\`${one}\``).join(', ')} ${answer.others.length === 1 ? 'is' : 'are'} left out` : ''}.`,
        );
        roots.push({
          ...root,
          from: answer.from,
          to: answer.to,
          isString: false,
          isSensitive: answer.others.includes('headers'),
        });
      } else if (isString || isContainer(bytes, at)) roots.push(root);
      else tally.add('none', at);
      at = commaEnd(draft, end);
    }
  } catch (error) {
    if (!(error instanceof LiteralError)) throw error;
    const begun = { from, to: draft.place(error.byte), byte: at, isString: stringAt(bytes, at) !== undefined };
    const hasMore = isWithin && isContainer(bytes, at) && begun.to > from;
    return { draft, tally, roots: hasMore ? [...roots, begun] : roots, notes, error };
  }
}

/** A value was copied out of a list together with the comma behind it, which is left out. */
function commaEnd(draft: Draft, at: number): number {
  const comma = blankEnd(draft.bytes, at);
  if (draft.bytes[comma] !== is.comma) return at;
  draft.leaveOut(comma, comma + 1);
  return comma + 1;
}

/** A bracket, a call or fields: no word and no number. */
function isContainer(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  if (byte === is.openBrace || byte === is.openBracket || byte === is.openParen) return true;
  if (!is.beginsName(byte)) return byte === is.less && bytes[at + 1] !== undefined && isMember(bytes, at);
  let end = at;
  while (is.isNamePart(bytes[end]) || bytes[end] === is.dot) end++;
  while (bytes[end] === is.space) end++;
  return bytes[end] === is.openParen || bytes[end] === is.equals;
}

/** `<frozendict {…}>`, `<class 'x'>({…})`. */
function isMember(bytes: Uint8Array, at: number): boolean {
  const head = new TextDecoder().decode(bytes.subarray(at, at + 200));
  return /^<[\w.]+:? [{[]|^<class '[^']+'>\(/.test(head);
}

/** Prompts of consoles and notebooks, and the name that a value is given in a source. */
const prompts = /^(?:>>> .*|\.\.\. .*|In \[\d+\]: .*|\s*\.\.\.: .*|Out\[\d+\]: ?)/;
const assignment = /^[A-Za-z_]\w*(?:\s*:\s*[\w.[\], |]+?)? +=\s+(?=[^=\s])/;

/** The byte at which the next value begins; what stands before it is left out. */
function aroundEnd(draft: Draft, tally: PythonTally, from: number): number {
  const { bytes } = draft;
  let at = from;
  for (;;) {
    const blank = blankEnd(bytes, at);
    const comment = bytes.subarray(at, blank).indexOf(0x23);
    if (comment >= 0) tally.add('comment', at + comment);
    const isLineStart =
      blank === 0 || at === 0 || bytes.subarray(at, blank).includes(is.newline) || bytes[at - 1] === is.newline;
    at = blank;
    if (!isLineStart || !mayBePrompt(bytes[at])) break;
    const line = bytes.subarray(at, Math.min(bytes.length, at + 2000));
    const match = prompts.exec(new TextDecoder().decode(line));
    if (!match) break;
    tally.add('prompt', at);
    at = byteAfter(bytes, at, match[0].length);
  }
  const match = is.beginsName(bytes[at])
    ? assignment.exec(new TextDecoder().decode(bytes.subarray(at, at + 200)))
    : null;
  if (match) {
    tally.add('assigned', at);
    at += match[0].length;
  }
  if (at > from) draft.leaveOut(from, at);
  return at;
}

function mayBePrompt(byte: number | undefined): boolean {
  return byte === is.more || byte === is.dot || byte === 0x49 || byte === 0x4f;
}
