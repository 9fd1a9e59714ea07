// HL051, HL052, HL054, HL055 and HL060: token counts of the response beside those of its providers and of their lists.

import { formatCount, formatWritten, plural } from '../../words/numbers.ts';
import { asksForBestOf } from '../request.ts';
import { compareUsage } from '../usageComparison.ts';
import { atMost, type Check, type ChoiceFacts, type Finding, type ResponseSubject } from './check.ts';

export const countChecks: readonly Check<ResponseSubject>[] = [
  {
    id: 'HL051',
    severity: 'warning',
    find(subject) {
      return differences(subject)
        .filter(({ cause, isImplied }) => cause === undefined && !isImplied)
        .map(({ field, own, sum, counts }) => ({
          message: `Humanloop counts ${formatWritten(own.lexeme)}, the provider ${formatCount(sum)} (${field}).`,
          pointer: own.pointer,
          related: counts.map(({ pointer }) => pointer).slice(0, 1000),
        }));
    },
  },
  {
    id: 'HL052',
    severity: 'info',
    find(subject) {
      return differences(subject).flatMap(({ field, own, sum, counts, cause }): readonly Finding[] =>
        cause === undefined
          ? []
          : [
              {
                message: `Counts differ by ${formatCount(Math.abs(sum - own.value))}: ${cause}.`,
                pointer: own.pointer,
                related: counts.map(({ pointer }) => pointer).slice(0, 1000),
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
      const { usage } = subject;
      const listed = linkedChoices(subject).map(({ tokens }) => tokens?.generated);
      if (usage?.generation === undefined || listed.length === 0) return [];
      const sum = listed.reduce<number>((total, count) => total + (count ?? 0), 0);
      // A count that is none is what HL053 is about.
      if (usage.generation.value < 0 || sum <= usage.generation.value) return [];
      return [
        {
          message: `${formatCount(sum)} tokens listed, only ${formatWritten(usage.generation.lexeme)} counted.`,
          pointer: usage.generation.pointer,
          related: linkedChoices(subject).flatMap(({ tokens }) => (tokens === undefined ? [] : [tokens.pointer])),
        },
      ];
    },
  },
  {
    id: 'HL055',
    severity: 'info',
    find({ context, generations, linkOf }) {
      const limit = context.request.maxTokens;
      if (limit === undefined) return [];
      return atMost(
        generations.flatMap(({ position, pointer, finishReason }) => {
          const choice = linkOf(position)?.choice;
          const tokens = choice?.statedTokens ?? choice?.tokens?.generated;
          if (finishReason?.class !== 'length' || tokens === undefined || tokens >= limit.value * 0.9) return [];
          return [
            {
              message: `Ended for length well below max_tokens ${formatCount(limit.value)} (context limit?).`,
              pointer,
              related: [limit.pointer],
              detail: `It has ${plural(tokens, 'token')}.`,
            },
          ];
        }),
      );
    },
  },
  {
    id: 'HL060',
    severity: 'warning',
    find(subject) {
      const asked = subject.context.request.logprobs;
      if (asked === undefined || asked.value <= 0) return [];
      // Tool calls and refusals have no list where texts have.
      const without = linkedChoices(subject).filter(
        ({ textKind, tokens }) => textKind === 'content' && tokens === undefined,
      );
      if (without.length === 0) return [];
      return [
        {
          message: `Log probabilities were requested (${asked.value}) but the provider returned none.`,
          pointer: asked.pointer,
          related: without.map(({ pointer }) => pointer).slice(0, 1000),
        },
      ];
    },
  },
];

function differences({ root, context, usage, providers }: ResponseSubject): ReturnType<typeof compareUsage> {
  // What breaks off may have had more responses.
  if (!context.isWhole || usage === undefined) return [];
  const hasData = root.get('data')?.kind === 'array';
  const responses = providers.map(({ usage: counted, billed, choices }) => {
    const listed = choices.map(({ tokens }) => tokens?.generated);
    const isListed = listed.length > 0 && listed.every((count) => count !== undefined);
    return {
      usage: counted,
      billed,
      isLeftOver: hasData && choices.every(({ generation }) => generation === undefined),
      listed: isListed ? listed.reduce((sum, count) => sum + (count ?? 0), 0) : undefined,
    };
  });
  return compareUsage(usage, responses, asksForBestOf(context.request));
}

/** Choices with a generation, each once. */
function linkedChoices({ providers }: ResponseSubject): readonly ChoiceFacts[] {
  return providers.flatMap(({ choices }) => choices).filter(({ generation }) => generation !== undefined);
}
