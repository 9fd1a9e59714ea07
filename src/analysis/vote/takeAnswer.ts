// Takes the answer out of what a sample says, by the way that a person chose. Pure; a pattern may take for ever, so that it runs where it can be ended.

import { documentCursor } from '../../json/byteCursor.ts';
import type { JsonCursor } from '../../json/cursor.ts';
import { createDocument } from '../../json/document.ts';
import type { Pointer } from '../../json/pointer.ts';
import { strictPass } from '../../json/strict.ts';
import { canonicalText } from '../../response/canonicalText.ts';
import { jsonPartsOf } from '../fields/jsonParts.ts';
import { compile, patternProblem } from '../pattern.ts';
import { runSteps, type StepHooks } from '../steps.ts';
import type { AnswerRule } from './answerRule.ts';

export interface TakenAnswer {
  /** The part of the text that was taken, in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
  /** Answers with the same key are one. */
  readonly key: string;
  /** As it is shown: the part as it is written, of a JSON string what it says. */
  readonly shown: string;
}

export interface AnswersInput {
  readonly texts: readonly string[];
  readonly rule: AnswerRule;
}

/** The answer of each text; undefined for those that give none. */
export function takeAnswers(
  { texts, rule }: AnswersInput,
  hooks: StepHooks = {},
): readonly (TakenAnswer | undefined)[] {
  return runSteps(takeInSteps(texts, takerOf(rule)), hooks);
}

function* takeInSteps(texts: readonly string[], take: Taker) {
  const taken: (TakenAnswer | undefined)[] = [];
  for (const text of texts) {
    taken.push(text.trim() === '' ? undefined : take(text));
    yield taken.length / texts.length;
  }
  return taken;
}

type Taker = (text: string) => TakenAnswer | undefined;

/** How a way takes the answer of one text; a text without a word has none. */
export function takerOf(rule: AnswerRule): Taker {
  switch (rule.kind) {
    case 'whole':
      return (text) => asWritten(text, 0, text.length);
    case 'lastLine':
      return lastLine;
    case 'boxed':
      return boxed;
    case 'label':
      return label;
    case 'field':
      return (text) => jsonField(text, rule.pointer);
    case 'pattern':
      return patternTaker(rule.source);
  }
}

function asWritten(text: string, from: number, to: number): TakenAnswer {
  const part = text.slice(from, to);
  return { from, to, key: part, shown: part };
}

/** The part without white space around it; undefined where nothing is left. */
function trimmed(text: string, from: number, to: number): TakenAnswer | undefined {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const end = from + part.trimEnd().length;
  return start >= end ? undefined : asWritten(text, start, end);
}

/** The last line that holds a word, without white space around it. */
function lastLine(text: string): TakenAnswer | undefined {
  const end = text.trimEnd().length;
  const before = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1));
  return trimmed(text, before + 1, end);
}

const boxStart = /\\f?boxed\s*\{/g;

/**
 * What stands in the last `\boxed{…}`, with braces inside of it in pairs and those behind a backslash counted for none; the way in which
 * answers to MATH are taken (Hendrycks et al., arXiv 2103.03874). One that does not end gives no answer.
 */
function boxed(text: string): TakenAnswer | undefined {
  const last = [...text.matchAll(boxStart)].at(-1);
  if (last === undefined) return undefined;
  const from = last.index + last[0].length;
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return trimmed(text, from, at);
  }
  return undefined;
}

const closingPunctuation = /[\s.,;:!?…。！？，、；：]+$/u;

/** The text without white space around it and punctuation at its end, whatever its case. */
function label(text: string): TakenAnswer | undefined {
  const start = text.length - text.trimStart().length;
  const end = text.replace(closingPunctuation, '').length;
  if (start >= end) return undefined;
  const shown = text.slice(start, end);
  return { from: start, to: end, key: shown.toLowerCase(), shown };
}

/** The value at a place of the JSON that the text is, or of its last fenced block; equal values are one answer, however they are written. */
function jsonField(text: string, pointer: Pointer): TakenAnswer | undefined {
  const whole = fieldOf(text, 0, pointer);
  if (whole !== undefined) return whole;
  const block = jsonPartsOf({ output: text, toolCalls: [] }, 'fenced').at(-1);
  if (block === undefined) return undefined;
  const at = text.lastIndexOf(block.text);
  const found = fieldOf(block.text, Math.max(0, at), pointer);
  // Line ends that the block was read without have no place.
  return found && (at < 0 ? { ...found, from: 0, to: text.length } : found);
}

const jsonDepth = 16;

function fieldOf(json: string, offset: number, pointer: Pointer): TakenAnswer | undefined {
  if (!/^\s*[[{"\d\-tfn]/.test(json)) return undefined;
  const bytes = new TextEncoder().encode(json);
  const { table, lines, error } = strictPass(bytes, { depth: jsonDepth });
  if (error) return undefined;
  const document = createDocument(bytes, table, lines);
  const node = document.find(pointer);
  const cursor = documentCursor(document, pointer);
  if (node === undefined || cursor === undefined) return undefined;
  const decoder = new TextDecoder();
  const from = offset + decoder.decode(bytes.subarray(0, node.from)).length;
  const to = offset + decoder.decode(bytes.subarray(0, node.to)).length;
  return { from, to, key: canonicalText(cursor), shown: shownValue(cursor) };
}

function shownValue(cursor: JsonCursor): string {
  return cursor.text() ?? cursor.lexeme();
}

/** The first group of the first match, or all of the match where the pattern has no group; one that finds nothing, or no word, gives no answer. */
function patternTaker(source: string): Taker {
  const pattern = { source, isCaseMatched: true };
  if (patternProblem(pattern) !== undefined) return () => undefined;
  const expression = new RegExp(compile(pattern), 'du');
  return (text) => {
    const match = expression.exec(text);
    const [from, to] = match?.indices?.[match.length > 1 ? 1 : 0] ?? [0, 0];
    return trimmed(text, from, to);
  };
}
