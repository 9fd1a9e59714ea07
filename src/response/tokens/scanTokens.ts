// What a load keeps of the tokens of one choice, read from the bytes in one pass, with no object for a token or an alternative: the same as
// `readTokens` gives, which reads whatever is unusual here and what somebody looks at. Knows no provider.

import type { ByteRange, JsonCursor } from '../../json/cursor.ts';
import { childPointer, type Pointer } from '../../json/pointer.ts';
import { readString } from '../../json/text.ts';
import { decodeUtf8 } from '../../json/utf8.ts';
import type { TokenSource } from './rawToken.ts';
import type { TokenContext, TokenedText } from './readTokens.ts';
import { scanAlignment } from './scanAlignment.ts';
import { markPrompt, scanEcho } from './scanEcho.ts';
import { scanBeside, scanItems } from './scanItems.ts';
import { scanLists, scanNumbers } from './scanLists.ts';
import { fitOffsets } from './scanOffsets.ts';
import type { LeftOutReason, TokenFacts } from './token.ts';
import { isSpecialBit, stateCodes, TokenColumns } from './tokenColumns.ts';
import { utf8Bytes } from './utf8Places.ts';

/** By the number in the columns, from 1: why a token is left out of the figures. */
export const leftOutReasons: readonly LeftOutReason[] = ['prompt', 'afterStop', 'special', 'unusable'];

/** Good until the next list is read. */
export interface ScannedTokens {
  /** Where the tokens are listed. */
  readonly pointer: Pointer;
  readonly columns: TokenColumns;
  readonly isEcho: boolean;
  readonly facts: TokenFacts;
  /** How many were sampled after the stop sequence, and the first of them. */
  readonly afterStop: { readonly count: number; readonly first: number };
  pointerAt(at: number): Pointer;
  textAt(at: number): string;
  /** The log probability as written, '' where nothing is. */
  lexemeAt(at: number): string;
}

const columns = new TokenColumns();

/**
 * The tokens of a choice; undefined where `readTokens` has to read them, if there are any. Of these tokens no check finds anything but that some
 * stand after the stop sequence, have no value, or have alternatives that are fewer than asked for or add up to too much.
 */
export function scanTokens({ text, tokens }: TokenedText, context: TokenContext): ScannedTokens | undefined {
  const source = tokens?.source?.();
  if (tokens === undefined || source === undefined) return undefined;
  const isEcho = source.kind === 'items' ? readItems(source, tokens.count) : readLists(source, tokens.count);
  if (isEcho === undefined) return undefined;
  const bytes = text === null ? undefined : utf8Bytes(text);
  const relation = bytes === undefined ? 'covers' : scanAlignment(columns, bytes);
  if (relation === undefined) return undefined;
  if (bytes === undefined) columns.isOutside.fill(1, 0, columns.count);
  if (source.kind === 'lists' && source.offsets !== undefined && !fitOffsets(columns, offsets, bytes)) return undefined;
  const prompt = isEcho ? markPrompt(columns, text ?? '', context) : 'marked';
  if (prompt === 'unclear') return undefined;
  return { isEcho, ...scanned(tokens.pointer, relation, prompt === 'unknown') };
}

/** Undefined where the tokens cannot be read so. */
function readItems(source: TokenSource & { kind: 'items' }, count: number): false | undefined {
  const { shape, within } = source;
  const list = rangeOf(source.list);
  const beside = rangeOf(source.beside);
  if (list === undefined || (source.beside !== undefined && beside === undefined)) return undefined;
  columns.begin(list.bytes, count);
  if (!scanItems(columns, list, shape)) return undefined;
  return beside === undefined || scanBeside(columns, beside, shape, within) ? false : undefined;
}

let offsets = new Float64Array(1024);

/** Whether the text repeats the prompt; undefined where the tokens cannot be read so. */
function readLists(source: TokenSource & { kind: 'lists' }, count: number): boolean | undefined {
  const all = [source.tokens, source.values, source.tops, source.offsets];
  const [tokens, values, tops, positions] = all.map(rangeOf);
  if (tokens === undefined || all.some((list) => list !== undefined && rangeOf(list) === undefined)) return undefined;
  columns.begin(tokens.bytes, count);
  if (offsets.length < count) offsets = new Float64Array(2 * count);
  if (!scanLists(columns, { tokens, values, tops })) return undefined;
  if (positions !== undefined && !scanNumbers(columns, positions, offsets)) return undefined;
  return values !== undefined && scanEcho(columns, tops, positions && offsets[0]);
}

/** A list that is written in one piece. */
function rangeOf(list: JsonCursor | undefined): ByteRange | undefined {
  return list?.kind === 'array' ? list.range() : undefined;
}

type Sorted = Omit<ScannedTokens, 'isEcho'>;

/** Sorts out which tokens are of the answer. */
function scanned(pointer: Pointer, relation: TokenFacts['relation'], isPromptUnknown: boolean): Sorted {
  const { count, logprob, state, isOutside, isControl, isPrompt, bits, leftOut } = columns;
  let lastAligned = count - 1;
  while (lastAligned >= 0 && isOutside[lastAligned] === 1) lastAligned--;
  const afterStop = { count: 0, first: -1 };
  let [generated, usable, unusable, sum] = [0, 0, 0, 0];
  for (let at = 0; at < count; at++) {
    const value = logprob[at] as number;
    const isUsable = !Number.isNaN(value);
    const isAfterStop = relation === 'textIsPrefix' && at > lastAligned && isControl[at] === 0;
    if (isAfterStop && afterStop.count++ === 0) afterStop.first = at;
    if (!isUsable && (at === 0 ? state[0] !== stateCodes.unknown : !isAfterStop)) unusable++;
    let reason = 0;
    if (isPrompt[at] === 1) reason = 1;
    else if (isAfterStop) reason = 2;
    else if (isControl[at] === 1 || ((bits[at] as number) & isSpecialBit) !== 0) reason = 3;
    else {
      generated++;
      if (isUsable) {
        usable++;
        sum += value;
      } else reason = 4;
    }
    leftOut[at] = reason;
  }
  const { text, textFrom, textTo, valueFrom, valueTo } = columns;
  return {
    pointer,
    columns,
    afterStop,
    facts: {
      count,
      ...(!isPromptUnknown && { generated }),
      usable,
      unusable,
      ...(usable > 0 && { mean: sum / usable }),
      relation,
    },
    pointerAt: (at) => childPointer(pointer, at),
    textAt: (at) => readString(text.bytes, textFrom[at] ?? 0, textTo[at] ?? 0),
    lexemeAt: (at) => decodeUtf8(text.bytes, valueFrom[at] ?? 0, valueTo[at] ?? 0),
  };
}
