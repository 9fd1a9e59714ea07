// Object literals of JavaScript and TypeScript, JSON5, and what `console.log` and `util.inspect` print. Nothing is run. Knows what stands around values;
// the values themselves are read in `literal/`.

import { byteAfter, decodeUtf8 } from '../json/utf8.ts';
import type { Form } from './form.ts';
import * as is from './literal/characters.ts';
import { Draft, LiteralError } from './literal/draft.ts';
import { cannotBeRead, countFacts, partsOf, placeWords, type Root } from './literal/literalText.ts';
import { ScriptLiteral, typeEnd } from './literal/scriptLiteral.ts';
import { beginsString, blankEnd } from './literal/scriptStrings.ts';
import {
  isMostlyScript,
  isPrinted,
  isSurelyScript,
  type ScriptTally,
  scriptFacts,
  scriptNotes,
  scriptTally,
} from './literal/scriptTally.ts';

export const javascript: Form = {
  id: 'javascript',
  looksLike({ bytes, text }) {
    // A fence is no text in backquotes.
    if (/^\s*```/.test(text)) return false;
    if (!/^\s*(?:[[{('"`<]|\/[/*]|[A-Za-z_$>])/.test(text) && bytes[0] !== is.escapeByte) return false;
    const { tally, roots, error } = readValues(bytes);
    return roots.length > 0 && (error === undefined || error.isCut ? isScript(tally) : isMostlyScript(tally));
  },
  read(bytes) {
    const { draft, tally, roots, error } = readValues(bytes);
    if (roots.length === 0 || !isScript(tally)) return undefined;
    const place = placeWords(bytes);
    if (error && !error.isCut) {
      return isMostlyScript(tally)
        ? cannotBeRead('JavaScript', error, place, 'Print the response with `JSON.stringify(response)` and paste that.')
        : undefined;
    }
    return {
      form: formOf(tally),
      facts: [...countFacts(roots), ...scriptFacts(tally)],
      notes: [
        ...(error ? [`The text breaks off in ${place(error.byte)}; what was complete before is shown.`] : []),
        ...scriptNotes(tally, place),
      ],
      parts: partsOf(draft.finish(error?.byte ?? bytes.length), roots, place),
    };
  },
};

function formOf(tally: ScriptTally): string {
  if (isPrinted(tally)) return 'console.log output';
  return isSurelyScript(tally) || tally.has('apostrophe') ? 'JavaScript literal' : 'JSON with comments';
}

/** No JSON, and read as JavaScript from end to end. A last comma alone is a mistake in JSON, no other language. */
function isScript(tally: ScriptTally): boolean {
  return (
    isSurelyScript(tally) ||
    tally.has('apostrophe', 'escape', 'number', 'comment', 'keyText', 'assigned', 'prompt', 'semicolon')
  );
}

interface Values {
  readonly draft: Draft;
  readonly tally: ScriptTally;
  readonly roots: readonly Root[];
  readonly error?: LiteralError;
}

/** Reads value after value; with an error the last root is what there was of it. */
function readValues(bytes: Uint8Array<ArrayBuffer>): Values {
  const draft = new Draft(bytes);
  const tally = scriptTally();
  const literal = new ScriptLiteral(draft, tally);
  const roots: Root[] = [];
  let at = 0;
  let from = 0;
  let isWithin = false;
  try {
    for (;;) {
      at = aroundEnd(draft, tally, at);
      if (at >= bytes.length) return { draft, tally, roots };
      from = draft.place(at);
      isWithin = true;
      const end = literal.read(at);
      isWithin = false;
      const isString = beginsString(bytes[at]);
      if (isString || isContainer(bytes, at)) roots.push({ from, to: draft.place(end), byte: at, isString });
      else tally.add('none', at);
      at = end;
    }
  } catch (error) {
    if (!(error instanceof LiteralError)) throw error;
    const root = { from, to: draft.place(error.byte), byte: at, isString: beginsString(bytes[at]) };
    const isBegun = isWithin && isContainer(bytes, at) && root.to > from;
    return { draft, tally, roots: isBegun ? [...roots, root] : roots, error };
  }
}

/** A bracket, or one with the name of its class or its reference before it. */
function isContainer(bytes: Uint8Array, at: number): boolean {
  const head = decodeUtf8(bytes, at, Math.min(bytes.length, at + 300));
  return /^(?:<ref \*\d+> |\(\d+\) |\(\s*)?(?:[[{]|[A-Za-z_$][\w$.]*(?:\(\d+\))?(?: \[[^\]\n]*\])?(?: <[^>\n]*>)? [[{])/.test(
    head,
  );
}

/** `const response: CompletionResponse = `, `export default `, `module.exports = `, `return `. */
const assignment =
  /^(?:export\s+default\s+|return\s+(?=[[{(])|(?:export\s+)?(?:declare\s+)?(?:const|let|var)\s+[\w$]+\s*(?::[^=\n]{1,200})?=\s*|(?:globalThis\.|window\.|module\.)?[A-Za-z_$][\w$.]*\s*=(?![=>])\s*)/;
/** The input of a console, which stands before what it printed. */
const promptLine = /^(?:> .*|\.\.\. .*)/;

/** The byte at which the next value begins; what stands before it is left out. */
function aroundEnd(draft: Draft, tally: ScriptTally, from: number): number {
  const { bytes } = draft;
  let at = from;
  for (;;) {
    const before = at;
    at = blankEnd(bytes, at, (kind, begin) => tally.add(kind, begin));
    const type = from > 0 ? typeEnd(bytes, at) : -1;
    if (type >= 0) {
      tally.add('type', at);
      at = type;
    } else if (from > 0 && bytes[at] === is.semicolon) {
      tally.add('semicolon', at);
      at++;
    } else if (bytes[at] === is.more && bytes[at + 1] === is.space) {
      const line = promptLine.exec(decodeUtf8(bytes, at, Math.min(bytes.length, at + 2000)))?.[0] ?? '';
      tally.add('prompt', at);
      at = byteAfter(bytes, at, line.length);
    }
    if (at === before) break;
  }
  const name = is.beginsName(bytes[at])
    ? assignment.exec(decodeUtf8(bytes, at, Math.min(bytes.length, at + 400)))
    : null;
  if (name) {
    tally.add('assigned', at);
    at = byteAfter(bytes, at, name[0].length);
  }
  if (at > from) draft.leaveOut(from, at);
  return at;
}
