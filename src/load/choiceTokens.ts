// One choice and its tokens, read when somebody asks for them. The provider response that was read last is kept.

import { documentCursor } from '../json/cursor.ts';
import type { JsonDocument } from '../json/document.ts';
import { type Pointer, pointerKeys, pointerOf, rootPointer } from '../json/pointer.ts';
import { readProvider } from '../response/provider/read.ts';
import type { ProviderChoice, ProviderReading } from '../response/provider/reading.ts';
import { type RequestFacts, readRequest } from '../response/request.ts';
import { readTokens, type TokenContext } from '../response/tokens/readTokens.ts';
import type { ChoiceTokens } from '../response/tokens/token.ts';

interface Kept {
  readonly place: Pointer;
  readonly reading: ProviderReading;
}

const lastOf = new WeakMap<JsonDocument, Kept>();

/** The tokens of the choice at a pointer; `position` among those of its response where several share the pointer. */
export function choiceTokens(document: JsonDocument, choice: Pointer, position?: number): ChoiceTokens | undefined {
  const reading = readingOf(document, choice);
  const found = reading && choiceIn(reading, choice, position);
  const root = documentCursor(document, rootPointer);
  return found && root && readTokens(found, tokenContext(reading, readRequest(root)));
}

/** The choice at a pointer as its provider response reads; `position` as above. */
export function choiceAt(document: JsonDocument, choice: Pointer, position?: number): ProviderChoice | undefined {
  const reading = readingOf(document, choice);
  return reading && choiceIn(reading, choice, position);
}

function choiceIn({ choices }: ProviderReading, choice: Pointer, position?: number): ProviderChoice | undefined {
  return choices.find((one) => one.pointer === choice && (position === undefined || one.position === position));
}

/** The provider response that holds the pointer. */
function readingOf(document: JsonDocument, pointer: Pointer): ProviderReading | undefined {
  const [list, item] = pointerKeys(pointer);
  if (list !== 'provider_responses' || item === undefined) return undefined;
  const place = pointerOf(list, item);
  const known = lastOf.get(document);
  const reading = known?.place === place ? known.reading : readingAt(document, place);
  if (reading !== undefined) lastOf.set(document, { place, reading });
  return reading;
}

function readingAt(document: JsonDocument, place: Pointer): ProviderReading | undefined {
  const cursor = documentCursor(document, place);
  return cursor && readProvider(cursor).reading;
}

/** What is known around the choices of a provider response: the prompt, and its tokens where it has one choice only. */
export function tokenContext(
  { choices, usage }: ProviderReading,
  { prompts }: Pick<RequestFacts, 'prompts'>,
): TokenContext {
  const promptCount = choices.length === 1 ? usage?.prompt?.value : undefined;
  return { prompts, ...(promptCount !== undefined && { promptCount }) };
}
