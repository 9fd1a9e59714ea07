// How long the odds of forks take: the tokens of eight samples as indexes on bytes, and every planted fork from them. Pure, so that it runs in a tab
// as on Node. Knows the analysis and a model that is known.
import { forkOdds, type OddsInput } from '../../src/analysis/probability/forkOdds.ts';
import { valueCursor } from '../../src/json/cursor.ts';
import { pointerOf } from '../../src/json/pointer.ts';
import type { JsonValue } from '../../src/json/value.ts';
import { readProvider } from '../../src/response/provider/read.ts';
import { readTokens } from '../../src/response/tokens/readTokens.ts';
import type { ChoiceTokens } from '../../src/response/tokens/token.ts';
import { tokenIndexOf } from '../../src/response/tokens/tokenIndex.ts';
import { type Planted, plantedForks, plantedResponse } from '../fixtures/plantedOdds.ts';
import type { Line } from './figures.ts';

const runs = 9;
/** Alternatives of every token beside those that the model could have said, as a provider lists them. */
const listed = 20;

/** Eight samples of about 500 tokens, cut in four ways, with 20 planted forks. */
export function plantedOfBench(seed: number): Planted {
  return plantedForks({ seed, samples: 8, forks: 20, between: 12, cuts: [0, 1, 2, 3] });
}

/** Tokens of all choices, and the texts that they are of. */
export function tokensOf(planted: Planted): readonly { readonly tokens: ChoiceTokens; readonly text: string }[] {
  const [body] = plantedResponse(planted, listed).provider_responses as readonly JsonValue[];
  const { choices } = readProvider(valueCursor(body ?? null, pointerOf('provider_responses', 0))).reading;
  return choices.flatMap((choice) => {
    const tokens = readTokens(choice, { prompts: [] });
    return tokens ? [{ tokens: padded(tokens), text: choice.text ?? '' }] : [];
  });
}

/** With unlikely alternatives up to so many a token. */
function padded(all: ChoiceTokens): ChoiceTokens {
  return {
    ...all,
    tokens: all.tokens.map((token) => ({
      ...token,
      alternatives: [
        ...token.alternatives,
        ...Array.from({ length: Math.max(0, listed - token.alternatives.length) }, (_, at) => ({
          pointer: token.pointer,
          text: ` ~${at}`,
          logprob: -12 - at,
          state: 'ok' as const,
          lexeme: '',
          isChosen: false,
        })),
      ],
    })),
  };
}

/** What `forkOdds` gets of planted samples, from their tokens. */
export function oddsInput(planted: Planted, all: ReturnType<typeof tokensOf>): OddsInput {
  const { samples, forks } = planted;
  return {
    texts: samples.map(({ text }) => ({ text, length: text.length, ends: true })),
    counts: samples.map(() => 1),
    samples: all.map(({ tokens, text }, sample) => ({
      sample,
      text: sample,
      index: tokenIndexOf(tokens, text),
      place: { from: 0, to: text.length, byte: 0 },
    })),
    forks: forks.map(({ ways }, fork) => ({
      from: samples.map(({ starts }) => starts[fork] ?? 0),
      to: samples.map((one) => (one.starts[fork] ?? 0) + (ways[one.ways[fork] ?? 0]?.text.length ?? 0)),
      wayOf: samples.map((one) => one.ways[fork] ?? 0),
    })),
  };
}

/** The lines of the bench, in milliseconds. */
export function measureOdds(): readonly Line[] {
  const index: number[] = [];
  const odds: number[] = [];
  // The first one warms up and does not count.
  for (let run = 0; run <= runs; run++) {
    const planted = plantedOfBench(run + 1);
    const all = tokensOf(planted);
    const start = performance.now();
    const input = oddsInput(planted, all);
    const indexed = performance.now();
    forkOdds(input);
    index.push(indexed - start);
    odds.push(performance.now() - indexed);
  }
  return [
    { what: '8 samples × 500 tokens × 20 alternatives: index on bytes', valuesMs: index.slice(1), limitMs: 50 },
    { what: '8 samples × 500 tokens × 20 alternatives: odds of 20 forks', valuesMs: odds.slice(1) },
  ];
}
