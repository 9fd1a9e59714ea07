// HL061 to HL069: the tokens of one choice, run while its provider response is being read. Texts are not kept.

import { formatCount } from '../../words/numbers.ts';
import type { Issue } from '../model.ts';
import { placeName } from '../placeName.ts';
import type { RequestFacts } from '../request.ts';
import type { ChoiceTokens, Token } from '../tokens/token.ts';
import { type Check, runChecks } from './check.ts';
import { afterStopFinding, fewerFinding, isValueless, tooMuchFinding, valuelessFinding } from './tokenFindings.ts';

interface TokenSubject {
  readonly tokens: ChoiceTokens;
  /** The choice has a text that tokens can be held against. */
  readonly hasText: boolean;
  readonly request: RequestFacts;
}

/** Float noise may lift a certain token a little above 0. */
const mostLogprob = 1e-6;
const mostDistance = 1e-4;
const mostSum = 1.01;

const tokenChecks: readonly Check<TokenSubject>[] = [
  {
    id: 'HL061',
    severity: 'error',
    find({ tokens: { unequalLists } }) {
      const [first, ...others] = unequalLists;
      if (first === undefined) return [];
      const lengths = unequalLists.map(({ name, length }) => `${name} ${formatCount(length)}`).join(', ');
      return [
        {
          message: `Log probability lists differ in length: ${lengths}.`,
          pointer: first.pointer,
          related: others.map(({ pointer }) => pointer),
        },
      ];
    },
  },
  {
    id: 'HL062',
    severity: 'warning',
    find({ tokens: { coverage, pointer, choice }, hasText }) {
      if (coverage.relation !== 'mismatch' || !hasText) return [];
      return [
        {
          message: `Tokens do not spell the text (differs at character ${formatCount((coverage.at ?? 0) + 1)}).`,
          pointer,
          related: [choice],
          detail: 'Characters are counted from 1.',
        },
      ];
    },
  },
  {
    id: 'HL063',
    severity: 'info',
    find({ tokens: { coverage, tokens, pointer } }) {
      const after = tokens.filter(({ isAfterStop }) => isAfterStop);
      if (coverage.relation !== 'textIsPrefix' || after.length === 0) return [];
      return [afterStopFinding(after.length, after[0]?.pointer ?? pointer)];
    },
  },
  {
    id: 'HL064',
    severity: 'info',
    find({ tokens: { tokens, pointer } }) {
      // The first token of an echo has nothing before it, and Cohere's first one no likelihood: neither is a loss.
      const without = tokens.filter(({ state }, at) => isValueless(state) && !(at === 0 && state === 'unknown'));
      if (without.length === 0) return [];
      const lexemes = new Set(without.map(({ lexeme }) => lexeme));
      const [first = pointer, ...others] = without.slice(0, 100).map((token) => token.pointer);
      return [valuelessFinding(without.length, lexemes, first, others)];
    },
  },
  {
    id: 'HL065',
    severity: 'warning',
    find({ tokens: { tokens } }) {
      const values = tokens.flatMap((token) => [token, ...token.alternatives]);
      const [first, ...others] = values.filter(
        ({ state, logprob }) => state === 'nan' || (logprob !== null && logprob > mostLogprob),
      );
      if (first === undefined) return [];
      return [
        {
          message: `\`${placeName(first.pointer)}\` is ${first.lexeme}: not a log probability. (Are these probabilities?)`,
          pointer: first.pointer,
          related: others.slice(0, 100).map(({ pointer }) => pointer),
        },
      ];
    },
  },
  {
    id: 'HL066',
    severity: 'warning',
    find({ tokens: { tokens } }) {
      const apart = tokens.flatMap((token) => {
        const { logprob } = token.alternatives.find(({ isChosen }) => isChosen) ?? {};
        // A value that stands for "not among the top" is null here.
        if (token.logprob === null || logprob === null || logprob === undefined) return [];
        return Math.abs(token.logprob - logprob) > mostDistance ? [{ token, logprob }] : [];
      });
      const [first, ...others] = apart;
      if (first === undefined) return [];
      const text = JSON.stringify(first.token.text.slice(0, 40));
      return [
        {
          message: `Chosen token ${text}: ${first.token.logprob} in the list, ${first.logprob} among alternatives.`,
          pointer: first.token.pointer,
          related: others.slice(0, 100).map(({ token }) => token.pointer),
        },
      ];
    },
  },
  {
    id: 'HL067',
    severity: 'info',
    find({ tokens: { tokens, pointer, isEcho }, request }) {
      const wanted = request.logprobs?.value ?? 0;
      const asked = tokens.filter((_, at) => !(isEcho && at === 0));
      if (wanted <= 0 || asked.length === 0) return [];
      const fewest = asked.reduce((least, token) => (countOf(token) < countOf(least) ? token : least));
      if (countOf(fewest) >= wanted) return [];
      const fewer = asked.filter((token) => countOf(token) < wanted).length;
      return [
        fewerFinding({
          fewest: countOf(fewest),
          wanted,
          fewer,
          count: tokens.length,
          at: fewest.pointer,
          list: pointer,
        }),
      ];
    },
  },
  {
    id: 'HL068',
    severity: 'warning',
    find({ tokens: { offsets, pointer } }) {
      if (offsets !== 'not monotone' && offsets !== 'unfit') return [];
      return [{ message: '`text_offset` does not fit the text; positions recomputed.', pointer }];
    },
  },
  {
    id: 'HL069',
    severity: 'warning',
    find({ tokens: { tokens } }) {
      const sums = tokens.map((token) => ({ token, sum: sumOf(token) })).filter(({ sum }) => sum > mostSum);
      const [first, ...others] = sums;
      if (first === undefined) return [];
      return [
        tooMuchFinding(
          first.sum,
          first.token.pointer,
          others.map(({ token }) => token.pointer),
        ),
      ];
    },
  },
];

/** Issues of the tokens of one choice. */
export function checkTokens(tokens: ChoiceTokens, hasText: boolean, request: RequestFacts): readonly Issue[] {
  return runChecks(tokenChecks, { tokens, hasText, request });
}

function countOf({ alternatives }: Token): number {
  return alternatives.length;
}

function sumOf({ alternatives }: Token): number {
  return alternatives.reduce((sum, { logprob }) => sum + (logprob === null ? 0 : Math.exp(logprob)), 0);
}
