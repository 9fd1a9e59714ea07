// A person's own regular expression: whether it can be used, why not and where, and which texts it finds. Runs the pattern on texts, which may
// never end: for a worker that is ended at a deadline.

import { expressionRanges, type FoundGeneration, type MatchRange, matchesIn } from '../response/matches.ts';
import type { SearchedTexts } from '../response/questions.ts';
import type { StepHooks } from './steps.ts';

export interface Pattern {
  readonly source: string;
  readonly isCaseMatched: boolean;
}

export interface PatternProblem {
  /** The engine's words: `Unterminated group`. */
  readonly reason: string;
  /** The character, from 1, after which it can no longer be right; absent where that is not known. */
  readonly character?: number;
}

/** A longer one is not searched for the place of its mistake: each of its beginnings is tried. */
const longestPlaced = 500;

/**
 * The expression with the flag `u`, so that a dot or a class takes a whole code point and a misspelt escape is a mistake, not a letter; and
 * `i` unless case matters. Never `m`: `^` and `$` are the ends of the text, and `(?m:…)` says otherwise. Throws SyntaxError.
 */
export function compile({ source, isCaseMatched }: Pattern): RegExp {
  return new RegExp(source, isCaseMatched ? 'u' : 'iu');
}

/** `Not a regular expression: Unterminated group, at character 4.` */
export function problemSentence({ reason, character }: PatternProblem): string {
  return `Not a regular expression: ${reason}${character === undefined ? '' : `, at character ${character}`}.`;
}

/** Why a pattern cannot be used; undefined when it can. Does not run it. */
export function patternProblem(pattern: Pattern): PatternProblem | undefined {
  const reason = reasonOf(pattern);
  if (reason === undefined) return undefined;
  const { source } = pattern;
  if (source.length > longestPlaced) return { reason };
  const characters = Array.from(source);
  const reasons = characters.map((_, at) => reasonOf({ ...pattern, source: characters.slice(0, at + 1).join('') }));
  // The first beginning that is wrong for the same reason, and stays wrong.
  const lastRight = reasons.lastIndexOf(undefined);
  const at = reasons.indexOf(reason, lastRight + 1);
  return { reason, ...(at >= 0 && { character: at + 1 }) };
}

function reasonOf(pattern: Pattern): string | undefined {
  try {
    compile(pattern);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Chromium and Firefox put the expression before the reason, which the person sees anyway.
    const words = message.replace(/^Invalid regular expression:\s*/i, '');
    const start = `/${pattern.source}/${pattern.isCaseMatched ? 'u' : 'iu'}: `;
    return words.startsWith(start) ? words.slice(start.length) : words;
  }
}

/** The subjects of which one text or more is found, in their order; `position` is the place among them. Throws SyntaxError. */
export function findPattern(
  pattern: Pattern,
  subjects: readonly SearchedTexts[],
  { onProgress }: StepHooks = {},
): readonly FoundGeneration[] {
  const expression = compile(pattern);
  const found: FoundGeneration[] = [];
  subjects.forEach(({ output, others }, position) => {
    if (output !== undefined && expression.test(output)) {
      const matches = matchesIn(output, patternRanges(pattern, output));
      found.push({ position, ...(matches && { matches }) });
    } else if (others.some((text) => expression.test(text))) found.push({ position });
    onProgress?.((position + 1) / subjects.length);
  });
  return found;
}

/** Every place of the text that the pattern finds; empty ones are none. Throws SyntaxError. */
export function patternRanges(pattern: Pattern, text: string): readonly MatchRange[] {
  const expression = compile(pattern);
  return expressionRanges(text, new RegExp(expression, `g${expression.flags}`));
}
