// Reads the tokens of one choice and holds them against its text. Never throws; knows no provider.

import type { JsonCursor } from '../../json/cursor.ts';
import type { Pointer } from '../../json/pointer.ts';
import { type AlignedToken, type Alignment, alignTokens, type TokenSpan } from './align.ts';
import { readLogprob } from './logprob.ts';
import { alignRanges } from './ranges.ts';
import type { RawAlternative, RawToken, RawTokens, TokenList } from './rawToken.ts';
import type { ChoiceTokens, ListedToken, Token, TokenAlternative, TokenFacts, TokenListing } from './token.ts';
import { bytesAsString, type Spelling, spellingOf } from './tokenSpelling.ts';

/** A text with the tokens that it is said to be made of: a choice. */
export interface TokenedText {
  readonly pointer: Pointer;
  readonly text: string | null;
  readonly tokens?: TokenList;
}

/** What is known around a choice whose tokens are read. */
export interface TokenContext {
  /** Prompts that were sent; the text may repeat one. */
  readonly prompts: readonly string[];
  /** Tokens of the prompt of this choice, where the provider says it of no other choice as well. */
  readonly promptCount?: number;
}

const mostBytes = 1024;

/** The tokens of a choice that has been read but for the alternatives, which are most of the work. */
export interface HeldTokens {
  readonly listing: TokenListing;
  /** A token with its alternatives, read now; undefined where there is no such token. */
  tokenAt(at: number): Token | undefined;
}

/** The tokens of a choice with their alternatives; undefined when it lists none. */
export function readTokens(choice: TokenedText, context: TokenContext): ChoiceTokens | undefined {
  const held = holdTokens(choice, context);
  if (held === undefined) return undefined;
  return { ...held.listing, tokens: held.listing.tokens.map((_, at) => held.tokenAt(at) as Token) };
}

/** As `readTokens`, with alternatives when somebody asks for them. */
export function holdTokens(choice: TokenedText, context: TokenContext): HeldTokens | undefined {
  const raw = choice.tokens?.read();
  if (raw === undefined || raw.tokens.length === 0) return undefined;
  const text = choice.text;
  const spelled = raw.tokens.map((token) => {
    const bytes = readBytes(token.bytes);
    return { bytes, spelling: spellingOf(token.text, bytes), isSpecial: token.isSpecial === true };
  });
  const alignment = alignmentOf(text, raw, spelled);
  const { coverage } = alignment;
  const isEcho = raw.canEcho && isEchoOf(raw);
  const isPrompt = promptTest(raw, text ?? '', isEcho, context);
  const lastAligned = alignment.spans.findLastIndex((span) => span !== undefined);
  const tokens = raw.tokens.map((token, at) => {
    const isAfterStop = coverage.relation === 'textIsPrefix' && at > lastAligned && !alignment.isControl[at];
    const isBefore = coverage.relation === 'textIsSuffix' && alignment.spans[at] === undefined && at < lastAligned;
    return listedOf(token, {
      isProbability: raw.isProbability,
      isValueless: isEcho && at === 0,
      bytes: spelled[at]?.bytes,
      spelling: spelled[at]?.spelling,
      span: alignment.spans[at],
      isSpecial: spelled[at]?.isSpecial === true || alignment.isControl[at] === true,
      isAfterStop,
      isPrompt: isBefore || (isPrompt?.(at, alignment.spans[at]) ?? false),
    });
  });
  const [first] = raw.lists;
  const isUnequal = raw.lists.some(({ length }) => length !== first?.length);
  const { isProbability } = raw;
  return {
    listing: {
      choice: choice.pointer,
      pointer: raw.pointer,
      tokens,
      coverage,
      promptTokens: raw.promptTokens.map((token) =>
        withAlternatives(listedOf(token, { isProbability, isPrompt: true }), token, isProbability),
      ),
      isEcho,
      offsets: offsetsState(raw.offsets, tokens, coverage.relation),
      unequalLists: isUnequal ? raw.lists : [],
      facts: factsOf(tokens, coverage.relation, isEcho && isPrompt === undefined),
    },
    tokenAt(at) {
      const [token, own] = [tokens[at], raw.tokens[at]];
      return token && own && withAlternatives(token, own, isProbability);
    },
  };
}

function alignmentOf(text: string | null, raw: RawTokens, tokens: readonly AlignedToken[]): Alignment {
  if (text === null) {
    // Without a text there is nothing to hold the tokens against.
    const nothing = tokens.map(() => undefined);
    return {
      spans: nothing,
      isControl: tokens.map(() => false),
      coverage: { relation: 'covers', from: 0, to: 0 },
    };
  }
  return alignRanges(text, raw.tokens) ?? alignTokens(text, tokens);
}

/** The first token has nothing before it that could make it likely: null, or 0 without alternatives (Azure). */
function isEchoOf({ tokens, offsets, lists }: RawTokens): boolean {
  const [first] = tokens;
  if (first === undefined || (offsets !== undefined && offsets[0] !== 0)) return false;
  // Some servers list the tokens and no values at all.
  if (tokens.every((token) => token.logprob === undefined)) return false;
  const { state, logprob } = readLogprob(first.logprob);
  if (state === 'unknown') return true;
  const hasAlternatives = lists.some(({ name }) => name === 'top_logprobs');
  return logprob === 0 && first.alternatives === undefined && hasAlternatives;
}

/** Which tokens are the prompt's; undefined where nothing says it. */
function promptTest(
  raw: RawTokens,
  text: string,
  isEcho: boolean,
  { prompts, promptCount }: TokenContext,
): ((at: number, span: TokenSpan | undefined) => boolean) | undefined {
  if (!isEcho) return () => false;
  const repeated = prompts.filter((prompt) => prompt !== '' && text.startsWith(prompt));
  const longest = repeated.reduce((found, prompt) => (prompt.length > found.length ? prompt : found), '');
  if (longest !== '') {
    const characters = Array.from(longest).length;
    return (_, span) => span !== undefined && span.end <= characters;
  }
  if (promptCount === undefined || promptCount > raw.tokens.length) return undefined;
  return (at) => at < promptCount;
}

interface TokenState {
  readonly isProbability: boolean;
  readonly isValueless?: boolean;
  readonly bytes?: readonly number[] | undefined;
  readonly spelling?: Spelling | undefined;
  readonly span?: TokenSpan | undefined;
  readonly isSpecial?: boolean;
  readonly isAfterStop?: boolean;
  readonly isPrompt?: boolean;
}

function listedOf(raw: RawToken, state: TokenState): ListedToken {
  const stated = readLogprob(raw.logprob, state.isProbability);
  const value = state.isValueless ? ({ ...stated, logprob: null, state: 'unknown' } as const) : stated;
  const bytes = state.bytes ?? bytesOf(state.spelling?.spelled);
  const { span } = state;
  return {
    pointer: raw.place.pointer,
    text: raw.text,
    ...(bytes && { bytes }),
    ...value,
    ...(raw.id !== undefined && { id: raw.id }),
    isSpecial: state.isSpecial ?? raw.isSpecial ?? false,
    isAfterStop: state.isAfterStop ?? false,
    isPrompt: state.isPrompt ?? false,
    ...span,
    ...(raw.sampled && { sampled: readLogprob(raw.sampled) }),
  };
}

function withAlternatives(token: ListedToken, raw: RawToken, isProbability: boolean): Token {
  const alternatives = alternativesOf(raw, token.logprob, isProbability);
  const chosen = alternatives.find(({ isChosen }) => isChosen)?.logprob;
  return {
    ...token,
    alternatives,
    ...(typeof chosen === 'number' && {
      chosenRank: 1 + alternatives.filter(({ logprob }) => logprob !== null && logprob > chosen).length,
    }),
  };
}

/** The alternatives; of those that spell the chosen token, the one whose value is nearest to its own is it. */
function alternativesOf(raw: RawToken, own: number | null, isProbability: boolean): readonly TokenAlternative[] {
  const found = (raw.alternatives ?? []).map((alternative) => ({
    alternative,
    value: readLogprob(alternative.logprob, isProbability),
  }));
  let chosen = -1;
  let nearest = Number.POSITIVE_INFINITY;
  found.forEach(({ alternative, value }, at) => {
    if (!isSame(raw, alternative)) return;
    const distance = own === null || value.logprob === null ? Number.MAX_VALUE : Math.abs(own - value.logprob);
    if (distance >= nearest) return;
    nearest = distance;
    chosen = at;
  });
  return found.map(({ alternative, value }, at) => {
    const bytes = readBytes(alternative.bytes) ?? bytesOf(spelledBytes(alternative.text));
    return {
      pointer: alternative.place.pointer,
      text: alternative.text,
      ...(bytes && { bytes }),
      ...value,
      isChosen: at === chosen,
    };
  });
}

function isSame(token: RawToken, alternative: RawAlternative): boolean {
  if (token.text !== alternative.text) return false;
  if (!token.text.includes('\ufffd')) return true;
  const [own, other] = [readBytes(token.bytes), readBytes(alternative.bytes)];
  return own === undefined || other === undefined || bytesAsString(own) === bytesAsString(other);
}

function spelledBytes(text: string): string | undefined {
  return text.includes('\\x') ? spellingOf(text, undefined).spelled : undefined;
}

function bytesOf(bytes: string | undefined): readonly number[] | undefined {
  return bytes === undefined ? undefined : Array.from(bytes, (unit) => unit.charCodeAt(0));
}

/** A list of nothing but bytes. */
function readBytes(list: JsonCursor | undefined): readonly number[] | undefined {
  if (list?.kind !== 'array' || list.length > mostBytes) return undefined;
  const bytes: number[] = [];
  for (const item of list.items()) {
    const byte = item.number();
    if (byte === undefined || !Number.isInteger(byte) || byte < 0 || byte > 255) return undefined;
    bytes.push(byte);
  }
  return bytes;
}

/** Whether stated positions grow with the text, from whatever origin; those after the stop all stand at its end. */
function offsetsState(
  offsets: readonly number[] | undefined,
  tokens: readonly ListedToken[],
  relation: string,
): ChoiceTokens['offsets'] {
  if (offsets === undefined) return 'none';
  if (offsets.some((offset, at) => offset < (offsets[at - 1] ?? offset))) return 'not monotone';
  if (relation === 'mismatch') return 'fit';
  for (let at = 1; at < tokens.length; at++) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (before?.start === undefined || token?.start === undefined) continue;
    if (before.group !== undefined || token.group !== undefined) continue;
    if ((offsets[at] ?? 0) - (offsets[at - 1] ?? 0) !== token.start - before.start) return 'unfit';
  }
  return 'fit';
}

function factsOf(
  tokens: readonly ListedToken[],
  relation: TokenFacts['relation'],
  isPromptUnknown: boolean,
): TokenFacts {
  const answer = tokens.filter(({ isPrompt, isAfterStop, isSpecial }) => !isPrompt && !isAfterStop && !isSpecial);
  const values = answer.map(({ logprob }) => logprob).filter((value) => value !== null);
  const unusable = tokens.filter(({ logprob, isAfterStop }, at) => at > 0 && logprob === null && !isAfterStop).length;
  const [first] = tokens;
  return {
    count: tokens.length,
    ...(!isPromptUnknown && { generated: answer.length }),
    usable: values.length,
    unusable: unusable + (first !== undefined && first.logprob === null && first.state !== 'unknown' ? 1 : 0),
    ...(values.length > 0 && { mean: values.reduce((sum, value) => sum + value, 0) / values.length }),
    relation,
  };
}
