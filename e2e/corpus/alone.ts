// A recorded body through the readers alone: the same facts as `expect.js` works out on its own, to be held side by side.
import { createHash } from 'node:crypto';
import { perplexity } from '../../src/analysis/perplexity.ts';
import { figuresOf } from '../../src/analysis/probability/figures.ts';
import { documentCursor } from '../../src/json/byteCursor.ts';
import { type JsonCursor, valueCursor } from '../../src/json/cursor.ts';
import { createDocument } from '../../src/json/document.ts';
import { rootPointer } from '../../src/json/pointer.ts';
import { strictPass } from '../../src/json/strict.ts';
import { tokenContext } from '../../src/load/choiceTokens.ts';
import { type ProviderRead, readProvider } from '../../src/response/provider/read.ts';
import type { ProviderChoice } from '../../src/response/provider/reading.ts';
import { readTokens } from '../../src/response/tokens/readTokens.ts';
import type { ChoiceTokens } from '../../src/response/tokens/token.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The body over its own bytes; of an event stream as the text that it is. Throws where it is no JSON. */
export function bodyCursor(bytes: Uint8Array, isStream: boolean): JsonCursor {
  if (isStream) return valueCursor(new TextDecoder().decode(bytes), rootPointer);
  const { table, lines, error } = strictPass(bytes, { depth: 4 });
  if (error) throw new Error(`line ${error.line}, column ${error.column}: ${error.title}`);
  const cursor = documentCursor(createDocument(bytes, table, lines), rootPointer);
  if (!cursor) throw new Error('The body holds no value');
  return cursor;
}

export interface ReadBody {
  readonly read: ProviderRead;
  readonly tokens: readonly (ChoiceTokens | undefined)[];
}

export function readBody(cursor: JsonCursor): ReadBody {
  const read = readProvider(cursor);
  const context = tokenContext(read.reading, { prompts: [] });
  return { read, tokens: read.reading.choices.map((choice) => readTokens(choice, context)) };
}

type Facts = { readonly [key: string]: unknown };

/** What was read, in the form of `expectations.json`. */
export function observed({ read: { format, reading }, tokens }: ReadBody, bytes: Uint8Array): Facts {
  const { usage, model, id, choices } = reading;
  const counts = [usage?.prompt, usage?.generation, usage?.total, usage?.cached, usage?.reasoning];
  return {
    sha256: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    format,
    model: model?.text ?? null,
    id: id ?? null,
    usage: usage === undefined ? null : counts.map((count) => count?.value ?? null),
    choices: choices.map((choice, at) => observedChoice(choice, tokens[at])),
  };
}

function observedChoice(choice: ProviderChoice, tokens: ChoiceTokens | undefined): Facts {
  const { text } = choice;
  return {
    pointer: choice.pointer,
    index: choice.index ?? null,
    text: text === null ? null : hash(text),
    characters: text === null ? 0 : Array.from(text).length,
    places: choice.textPointers.length,
    firstPlace: choice.textPointers[0] ?? null,
    reason: choice.finishReason?.raw ?? null,
    calls: choice.toolCalls.length,
    tokens: choice.listedTokens?.count ?? 0,
    ...(tokens && { relation: tokens.coverage.relation, figures: observedFigures(tokens) }),
  };
}

function observedFigures(choice: ChoiceTokens): Facts {
  const { usable, mean, total, lowest, window, below } = figuresOf(choice);
  if (mean === undefined) return { usable };
  return {
    usable,
    mean,
    perplexity: perplexity(mean),
    total,
    lowest: lowest?.logprob,
    window: window?.mean,
    below,
  };
}

/** Figures that were worked out in another order of steps differ in their last digits. */
const tolerance = 1e-9;

/** Where the facts differ from what is expected: `choices.0.reason: "stop", not "length"`. */
export function differences(found: unknown, expected: unknown, path = ''): readonly string[] {
  if (typeof expected === 'number' && typeof found === 'number' && Math.abs(expected - found) <= tolerance) return [];
  if (typeof expected === 'object' && expected !== null && typeof found === 'object' && found !== null) {
    const [own, other] = [found as Facts, expected as Facts];
    const keys = new Set([...Object.keys(own), ...Object.keys(other)]);
    return [...keys].flatMap((key) => differences(own[key], other[key], path === '' ? key : `${path}.${key}`));
  }
  return Object.is(found, expected) ? [] : [`${path}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`];
}
