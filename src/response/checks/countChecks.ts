// HL051, HL052, HL054, HL055 and HL060: token counts of the response beside those of its providers and of their lists.

import { type Pointer, pointerOf } from '../../json/pointer.ts';
import { formatCount, formatWritten, plural } from '../../words/numbers.ts';
import { asksForBestOf } from '../request.ts';
import { type CountedResponses, compareUsage, type UsageField } from '../usageComparison.ts';
import { atMost, type Check, type Finding, type ResponseSubject } from './check.ts';
import { type ChoiceFacts, textKindOf } from './choiceFacts.ts';
import type { ProviderFacts } from './providerFacts.ts';

export const countChecks: readonly Check<ResponseSubject>[] = [
  {
    id: 'HL051',
    severity: 'warning',
    find(subject) {
      return differences(subject)
        .filter(({ cause, isImplied }) => cause === undefined && !isImplied)
        .map(({ field, own, sum }) => ({
          message: `Humanloop counts ${formatWritten(own.lexeme)}, the provider ${formatCount(sum)} (${field}).`,
          pointer: own.pointer,
          related: placesOf(subject.providers, field),
        }));
    },
  },
  {
    id: 'HL052',
    severity: 'info',
    find(subject) {
      return differences(subject).flatMap(({ field, own, sum, cause }): readonly Finding[] =>
        cause === undefined
          ? []
          : [
              {
                message: `Counts differ by ${formatCount(Math.abs(sum - own.value))}: ${cause}.`,
                pointer: own.pointer,
                related: placesOf(subject.providers, field),
                detail: `The response counts ${formatWritten(own.lexeme)} ${field} tokens, the provider ${formatCount(sum)}.`,
              },
            ],
      );
    },
  },
  {
    id: 'HL054',
    severity: 'warning',
    find(subject) {
      const { usage, choices } = subject;
      if (usage?.generation === undefined) return [];
      let sum = 0;
      for (const choice of linkedChoices(subject)) sum += choices.tokens(choice)?.generated ?? 0;
      // A count that is none is what HL053 is about.
      if (usage.generation.value < 0 || sum <= usage.generation.value) return [];
      return [
        {
          message: `${formatCount(sum)} tokens listed, only ${formatWritten(usage.generation.lexeme)} counted.`,
          pointer: usage.generation.pointer,
          related: Array.from(linkedChoices(subject), (choice) => choices.tokens(choice)?.pointer ?? []).flat(),
        },
      ];
    },
  },
  {
    id: 'HL055',
    severity: 'info',
    find(subject) {
      const { context, generations, choices, links } = subject;
      const limit = context.request.maxTokens;
      if (limit === undefined) return [];
      const findings: Finding[] = [];
      const add = (pointer: Pointer, choice: number): void => {
        const tokens = choices.statedTokens(choice) ?? choices.tokens(choice)?.generated;
        if (tokens === undefined || tokens >= limit.value * 0.9) return;
        findings.push({
          message: `Ended for length well below max_tokens ${formatCount(limit.value)} (context limit?).`,
          pointer,
          related: [limit.pointer],
          detail: `It has ${plural(tokens, 'token')}.`,
        });
      };
      for (let position = generations.first; position < generations.end; position++)
        if (generations.finishClass(position) === 'length') add(pointerOf('data', position), links.choice(position));
      if (subject.root.get('data') !== undefined) return atMost(findings);
      // Without data the choices are the samples.
      const { table, from, to } = choices;
      for (let choice = from; choice < to; choice++)
        if (table.finishReason(choice)?.class === 'length') add(table.choicePointer(choice), choice);
      return atMost(findings);
    },
  },
  {
    id: 'HL060',
    severity: 'warning',
    find(subject) {
      const asked = subject.context.request.logprobs;
      if (asked === undefined || asked.value <= 0) return [];
      // Tool calls and refusals have no list where texts have.
      const { table, tokens } = subject.choices;
      const without: Pointer[] = [];
      for (const choice of linkedChoices(subject)) {
        if (textKindOf(table, choice) !== 'content' || tokens(choice) !== undefined) continue;
        if (without.push(table.choicePointer(choice)) === 1000) break;
      }
      if (without.length === 0) return [];
      return [
        {
          message: `Log probabilities were requested (${asked.value}) but the provider returned none.`,
          pointer: asked.pointer,
          related: without,
        },
      ];
    },
  },
];

type Differences = ReturnType<typeof compareUsage>;

const differencesOf = new WeakMap<ResponseSubject, Differences>();

/** Two checks ask for them. */
function differences(subject: ResponseSubject): Differences {
  const known = differencesOf.get(subject);
  if (known !== undefined) return known;
  const found = findDifferences(subject);
  differencesOf.set(subject, found);
  return found;
}

function findDifferences({ root, context, usage, providers, choices }: ResponseSubject): Differences {
  // What breaks off may have had more responses.
  if (!context.isWhole || usage === undefined) return [];
  const hasData = root.get('data')?.kind === 'array';
  const responses: CountedResponses = {
    length: providers.length,
    count: (at, column) => providers.count(at, column),
    hasCount: (column) => providers.hasCount(column),
    isLeftOver: (at) => hasData && providers.isLeftOver(at),
    listed: (at) => listedBy(choices, providers.from + at),
  };
  return compareUsage(usage, responses, asksForBestOf(context.request));
}

/** Where the first thousand of the provider responses that state a count state it. */
function placesOf({ table, from, to }: ProviderFacts, field: UsageField): readonly Pointer[] {
  const places: Pointer[] = [];
  for (let position = from; position < to && places.length < 1000; position++) {
    const place = table.usage(position)?.[field]?.pointer;
    if (place !== undefined) places.push(place);
  }
  return places;
}

/** Tokens of the answers of a provider response; undefined where one of them lists none. */
function listedBy({ table, tokens }: ChoiceFacts, provider: number): number | undefined {
  const first = table.firstChoice(provider);
  const count = table.choiceCountOf(provider);
  let sum = 0;
  for (let choice = first; choice < first + count; choice++) {
    const generated = tokens(choice)?.generated;
    if (generated === undefined) return undefined;
    sum += generated;
  }
  return count === 0 ? undefined : sum;
}

/** Choices with a generation, each once. */
function* linkedChoices({ choices: { table, from, to } }: ResponseSubject): Generator<number> {
  for (let choice = from; choice < to; choice++) if (table.generation(choice) >= 0) yield choice;
}
