// What may count as the answer, from what the samples look like: a guess, with the words for why. Pure; uses no pattern of a person's.

import { childPointer, type Pointer, rootPointer } from '../../json/pointer.ts';
import { formatCount } from '../../words/numbers.ts';
import { type AnswerRule, ruleWords } from './answerRule.ts';
import { takerOf } from './takeAnswer.ts';

export interface Suggestion {
  readonly rule: AnswerRule;
  /** `the last line, because all 8 have one and 3 differ`: part of a sentence. */
  readonly words: string;
}

/** Equal texts once, each with how many samples say it. */
export interface CountedText {
  readonly text: string;
  readonly count: number;
}

/** Names that answers go by, the likeliest first. */
const answerKeys = [
  'answer',
  'final_answer',
  'finalAnswer',
  'label',
  'verdict',
  'result',
  'prediction',
  'choice',
  'category',
  'class',
  'sentiment',
  'decision',
];
/** A longer text is no label. */
const longestLabel = 60;
const answerPattern = '[Aa]nswer(?: is|:)[ *]*((?:[^\\n.*]|\\.\\d)+)';
/** So many texts are looked at, from the first on. */
const mostLookedAt = 500;

export function suggestRule(texts: readonly CountedText[]): Suggestion {
  const said = texts.filter(({ text }) => text.trim() !== '').slice(0, mostLookedAt);
  if (said.length === 0) return { rule: { kind: 'whole' }, words: 'the whole text, because no sample says anything' };
  const [whole, last] = [factsOf(said, { kind: 'whole' }), factsOf(said, { kind: 'lastLine' })];
  for (const rule of [{ kind: 'boxed' } as const, ...fieldRules(said)]) {
    const facts = factsOf(said, rule);
    if (isCommon(facts)) return suggestion(rule, facts);
  }
  if (said.every(({ text }) => isLabel(text))) {
    const rule = { kind: 'label' } as const;
    return suggestion(rule, factsOf(said, rule));
  }
  const pattern: AnswerRule = { kind: 'pattern', source: answerPattern };
  const found = factsOf(said, pattern);
  if (isCommon(found) && found.distinct < found.samples) return suggestion(pattern, found);
  if (said.some(({ text }) => text.trim().includes('\n')) && last.distinct < whole.distinct) {
    return suggestion({ kind: 'lastLine' }, last);
  }
  return suggestion({ kind: 'whole' }, whole);
}

interface RuleFacts {
  readonly samples: number;
  /** Samples that have an answer this way. */
  readonly having: number;
  readonly distinct: number;
}

function factsOf(said: readonly CountedText[], rule: AnswerRule): RuleFacts {
  const take = takerOf(rule);
  const keys = new Set<string>();
  let [samples, having] = [0, 0];
  for (const { text, count } of said) {
    samples += count;
    const taken = take(text);
    if (taken === undefined) continue;
    having += count;
    keys.add(taken.key);
  }
  return { samples, having, distinct: keys.size };
}

/** Nine in ten, so that one that breaks off does not hide what the others have. */
function isCommon({ samples, having }: RuleFacts): boolean {
  return having >= 0.9 * samples;
}

function isLabel(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= longestLabel && !/[\r\n]/.test(trimmed);
}

/** The fields of the JSON that the first samples are, likely names first. */
function fieldRules(said: readonly CountedText[]): readonly AnswerRule[] {
  const take = takerOf({ kind: 'field', pointer: rootPointer });
  const keys = new Set<string>();
  for (const { text } of said.slice(0, 20)) {
    const taken = take(text);
    const value: unknown = taken === undefined ? undefined : JSON.parse(taken.key);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    for (const [key, member] of Object.entries(value)) if (typeof member !== 'object' || member === null) keys.add(key);
  }
  const rank = (key: string): number => {
    const at = answerKeys.indexOf(key);
    return at < 0 ? answerKeys.length : at;
  };
  const likely = [...keys].filter((key) => rank(key) < answerKeys.length).sort((a, b) => rank(a) - rank(b));
  const pointers: readonly Pointer[] = likely.map((key) => childPointer(rootPointer, key));
  // Without a name that says it, the whole value is what can be equal.
  return [...pointers, ...(keys.size > 0 ? [rootPointer] : [])].map((pointer) => ({ kind: 'field', pointer }));
}

function suggestion(rule: AnswerRule, { samples, having, distinct }: RuleFacts): Suggestion {
  const who = having === samples ? `all ${formatCount(samples)}` : `${formatCount(having)} of ${formatCount(samples)}`;
  const why = rule.kind === 'whole' ? 'nothing shorter is common to them' : `${who} have one`;
  const differ = distinct === 1 ? 'all are equal' : `${formatCount(distinct)} differ`;
  return { rule, words: `${ruleWords(rule)}, because ${why} and ${differ}` };
}
