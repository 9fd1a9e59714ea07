// One choice and its tokens, read when somebody asks for them. The provider response that was read last is kept.

import type { Measure } from '../analysis/probability/measureNames.ts';
import { measureOf } from '../analysis/probability/measures.ts';
import { documentCursor } from '../json/byteCursor.ts';
import type { JsonDocument } from '../json/document.ts';
import { type Pointer, pointerKeys, pointerOf, rootPointer } from '../json/pointer.ts';
import { readProvider } from '../response/provider/read.ts';
import type { ProviderChoice, ProviderReading } from '../response/provider/reading.ts';
import { type RequestFacts, readRequest } from '../response/request.ts';
import { type HeldTokens, holdTokens, type TokenContext } from '../response/tokens/readTokens.ts';
import type { ChoiceTokens, Token, TokenListing, TokenMeasures } from '../response/tokens/token.ts';

interface Kept {
  readonly place: Pointer;
  readonly reading: ProviderReading;
}

const lastOf = new WeakMap<JsonDocument, Kept>();

interface KeptTokens {
  readonly choice: ProviderChoice;
  readonly held: HeldTokens | undefined;
}

const lastTokensOf = new WeakMap<JsonDocument, KeptTokens>();

/** The tokens of the choice at a pointer; `position` among those of its response where several share the pointer. */
export function choiceTokens(document: JsonDocument, choice: Pointer, position?: number): ChoiceTokens | undefined {
  const held = heldTokens(document, choice, position)?.held;
  return held && { ...held.listing, tokens: tokensOf(held) };
}

/** As `choiceTokens`, without alternatives and with the text. */
export function choiceListing(
  document: JsonDocument,
  choice: Pointer,
  position?: number,
): (TokenListing & { readonly text: string }) | undefined {
  const kept = heldTokens(document, choice, position);
  return kept?.held && { ...kept.held.listing, text: kept.choice.text ?? '' };
}

/** Some of the tokens of a choice with their alternatives, by their places in the list; places that there are none at are left out. */
export function choiceTokensAt(
  document: JsonDocument,
  choice: Pointer,
  position: number,
  places: readonly number[],
): readonly Token[] {
  const held = heldTokens(document, choice, position)?.held;
  return places.flatMap((at) => held?.tokenAt(at) ?? []);
}

/** What lists of alternatives say of each token of a choice; NaN where they do not say it. Undefined when it lists no tokens. */
export function choiceMeasures(document: JsonDocument, choice: Pointer, position: number): TokenMeasures | undefined {
  const held = heldTokens(document, choice, position)?.held;
  if (held === undefined) return undefined;
  const tokens = tokensOf(held);
  const column = (measure: Measure) => Float64Array.from(tokens, (token) => measureOf(measure, token) ?? Number.NaN);
  return {
    rank: column('rank'),
    margin: column('margin'),
    entropy: column('entropy'),
    confidence: column('confidence'),
  };
}

function tokensOf({ listing, tokenAt }: HeldTokens): readonly Token[] {
  return listing.tokens.flatMap((_, at) => tokenAt(at) ?? []);
}

/** The choice and its tokens; those that were read last are kept. */
function heldTokens(document: JsonDocument, pointer: Pointer, position?: number): KeptTokens | undefined {
  const reading = readingOf(document, pointer);
  const choice = reading && choiceOf(reading, pointer, position);
  if (reading === undefined || choice === undefined) return undefined;
  const known = lastTokensOf.get(document);
  if (known?.choice === choice) return known;
  const root = documentCursor(document, rootPointer);
  const kept = { choice, held: root && holdTokens(choice, tokenContext(reading, readRequest(root))) };
  lastTokensOf.set(document, kept);
  return kept;
}

/** The choice at a pointer as its provider response reads; `position` as above. */
export function choiceAt(document: JsonDocument, choice: Pointer, position?: number): ProviderChoice | undefined {
  const reading = readingOf(document, choice);
  return reading && choiceOf(reading, choice, position);
}

/** The choice at a place among those of a provider response. */
export function choiceIn(document: JsonDocument, provider: Pointer, position: number): ProviderChoice | undefined {
  return readingOf(document, provider)?.choices[position];
}

function choiceOf({ choices }: ProviderReading, choice: Pointer, position?: number): ProviderChoice | undefined {
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
