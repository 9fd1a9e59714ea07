// Why a text did not open, or not wholly, in a person's words. Built from what the reading found; runs in the worker.

import type { Refused } from '../intake/recognise.ts';
import { documentCursor } from '../json/byteCursor.ts';
import { codeFrame } from '../json/codeFrame.ts';
import type { JsonDocument } from '../json/document.ts';
import { placeAt } from '../json/lines.ts';
import { rootPointer } from '../json/pointer.ts';
import type { SourceText } from '../json/sourceText.ts';
import type { SyntaxProblem } from '../json/strict.ts';
import type { LoadFailure } from '../response/loadEvents.ts';
import { otherDocument } from '../response/otherDocuments.ts';
import { plural } from '../words/numbers.ts';
import type { JsonWithin } from './offeredMends.ts';

export function refused({ kind, title, detail, advice }: Refused): LoadFailure {
  return { kind, title, detail, advice, canOpenAsPlain: false };
}

/** A response whose text goes wrong somewhere: the whole parts before it are shown. */
function syntaxFailure({ source }: JsonDocument, problem: SyntaxProblem): LoadFailure {
  return {
    kind: 'syntax',
    title: problem.title,
    detail: `Expected ${problem.expected}; found ${problem.found}.`,
    advice: problem.advice,
    place: placeOf(source, problem),
    canOpenAsPlain: false,
  };
}

/**
 * The failure with what would mend the text; what cannot be had of that is left out. `within`: the JSON in the text that goes wrong, where that is not the text
 * itself.
 */
export async function withMends(
  failure: LoadFailure,
  bytes: Uint8Array<ArrayBuffer>,
  within?: JsonWithin,
): Promise<LoadFailure> {
  const part = await import('./offeredMends.ts').catch(() => undefined);
  const mends = (within ? await part?.mendsWithin(bytes, within) : part?.offeredMends(bytes)) ?? [];
  return mends.length === 0 ? failure : { ...failure, mends };
}

/** Of a text that was brought as it is, with what would mend it. */
export async function brokenFailure(document: JsonDocument, problem: SyntaxProblem): Promise<LoadFailure> {
  const failure = syntaxFailure(document, problem);
  const { source } = document;
  const bytes = document.bytes as Uint8Array<ArrayBuffer>;
  if (source.bytes === bytes) return await withMends(failure, bytes);
  if (!source.isBrought) return failure;
  return await withMends(failure, source.bytes as Uint8Array<ArrayBuffer>, { bytes, rangeOf: source.rangeOf });
}

/** A text that is neither a response nor JSON. */
export function notJson(document: JsonDocument, problem: SyntaxProblem): LoadFailure {
  const looksLikeJson = /^[\s\uFEFF]*[{["]/.test(new TextDecoder().decode(document.source.bytes.subarray(0, 1000)));
  return {
    ...syntaxFailure(document, problem),
    kind: looksLikeJson ? 'syntax' : 'not-json',
    title: looksLikeJson ? problem.title : 'This is not JSON',
    advice: looksLikeJson
      ? problem.advice
      : 'Paste the JSON text of a completion response, from the first { to the last }.',
  };
}

/** Valid JSON that is something else than a response. */
export function otherJson(document: JsonDocument): LoadFailure {
  const root = documentCursor(document, rootPointer);
  const other = root && otherDocument(root);
  if (other) return { kind: 'other-json', ...other, canOpenAsPlain: true };
  return {
    kind: 'other-json',
    title: 'This is JSON, but not a completion response',
    detail: whatItIs(document),
    advice:
      'A completion response is an object with the lists data and provider_responses. Paste all of it, or open this as plain JSON, with the tree, the source and what was found in the text.',
    canOpenAsPlain: true,
  };
}

function whatItIs(document: JsonDocument): string {
  const root = documentCursor(document, rootPointer);
  if (!root) return 'It holds no value.';
  switch (root.kind) {
    case 'object': {
      const keys = [...root.entries()].slice(0, 6).map(([key]) => key);
      const more = root.length > keys.length ? ` and ${root.length - keys.length} more` : '';
      return keys.length === 0 ? 'It is an empty object.' : `It is an object with the keys ${keys.join(', ')}${more}.`;
    }
    case 'array':
      return `It is a list of ${plural(root.length, 'item')}.`;
    default:
      return `It is a single ${root.kind === 'string' ? 'string' : root.kind === 'number' ? 'number' : 'value'}.`;
  }
}

function placeOf(
  { bytes, lines, rangeOf }: SourceText,
  problem: Pick<SyntaxProblem, 'byte'>,
): NonNullable<LoadFailure['place']> {
  const byte = rangeOf(problem.byte, problem.byte).from;
  return { ...placeAt(bytes, lines, byte), byte, frame: codeFrame(bytes, lines, byte, { width: 120 }) };
}
