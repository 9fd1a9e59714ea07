// HL035, HL036 and HL070 to HL073: what kind of answer the provider gave, and whether it is what was asked for.

import { plural } from '../../words/numbers.ts';
import type { ProviderTable } from '../choices/choiceTable.ts';
import { placeName } from '../placeName.ts';
import type { Asked } from '../request.ts';
import { atMost, type Check, type Finding, type ProviderFacts, type ResponseSubject } from './check.ts';

const day = 86_400_000;
/** Formats of chat models, which know no suffix. */
const chatFormats = /^(openai-chat|openai-responses|anthropic-messages|gemini|cohere-chat|bedrock-converse)/;

export const providerChecks: readonly Check<ResponseSubject>[] = [
  {
    id: 'HL035',
    severity: 'info',
    find({ providers }) {
      return atMost(
        providers
          .filter(({ format }) => format === 'unknown')
          .map(({ pointer, position }) => ({
            message: `provider_responses[${position}] has an unknown shape; shown as plain JSON.`,
            pointer,
          })),
      );
    },
  },
  {
    id: 'HL036',
    severity: 'error',
    find({ providers }) {
      return atMost(
        providers.flatMap(({ position, error }): readonly Finding[] =>
          error === undefined
            ? []
            : [
                {
                  message: `provider_responses[${position}] is an error: ${error.message.slice(0, 500)}.`.replace(
                    /\.\.$/,
                    '.',
                  ),
                  pointer: error.pointer,
                  ...(error.code !== undefined && { detail: `Its code is ${error.code}.` }),
                },
              ],
        ),
      );
    },
  },
  {
    id: 'HL070',
    severity: 'warning',
    find({ context, providers }) {
      const { model: asked } = context.request;
      if (asked === undefined) return [];
      return atMost(
        providers.flatMap(({ model }): readonly Finding[] =>
          model === undefined || isSameFamily(asked.text, model.text)
            ? []
            : [
                {
                  message: `Requested ${asked.text}, answered by ${model.text}.`,
                  pointer: model.pointer,
                  related: [asked.pointer],
                },
              ],
        ),
      );
    },
  },
  {
    id: 'HL071',
    severity: 'info',
    find({ context, providers }) {
      return atMost(
        providers.flatMap(({ created }): readonly Finding[] => {
          if (created === undefined) return [];
          const isZero = created.unit === 'unknown' && Number(created.raw) === 0;
          const isLate = created.iso !== undefined && Date.parse(created.iso) > context.now + day;
          if (!isZero && !isLate && created.unit !== 'ms' && created.unit !== 'us') return [];
          const unit = isZero ? 'unknown' : created.unit;
          return [
            {
              message: `Time ${created.raw} read as ${created.iso ?? 'no time'} (${unit}).`,
              pointer: created.pointer,
            },
          ];
        }),
      );
    },
  },
  {
    id: 'HL072',
    severity: 'warning',
    find(subject) {
      return [...sampleFindings(subject), ...flagFindings(subject)];
    },
  },
  {
    id: 'HL073',
    severity: 'warning',
    find({ context, providers, choices: { table } }) {
      const { suffix } = context.request;
      const chat = suffix && providers.find((provider) => isChatFormat(provider, table));
      if (suffix === undefined || chat === undefined) return [];
      return [{ message: '`suffix` is ignored by chat models.', pointer: suffix, related: [chat.pointer] }];
    },
  },
];

function isChatFormat({ format, position }: ProviderFacts, table: ProviderTable): boolean {
  if (chatFormats.test(format)) return true;
  // Ollama and stream chunks hold either: a chat has its text in a message.
  const first = table.firstChoice(position);
  return Array.from({ length: table.choiceCountOf(position) }, (_, at) => table.textPlaces(first + at).first[0]).some(
    (pointer) => /\/(message|delta)\/content$/.test(pointer ?? ''),
  );
}

function sampleFindings({ context, providers, choices: { table } }: ResponseSubject): readonly Finding[] {
  const { samples, prompts } = context.request;
  if (samples === undefined || !context.isWhole) return [];
  const counts = providers.map(({ position }) => table.choiceCountOf(position)).filter((count) => count > 0);
  if (counts.length === 0) return [];
  const total = counts.reduce((sum, count) => sum + count, 0);
  // One request for all, one for each response, or one for each of several prompts.
  const fits = [samples.value, samples.value * Math.max(1, prompts.length)].includes(total);
  if (fits || counts.every((count) => count === samples.value)) return [];
  return [samplesFinding(samples, total)];
}

function samplesFinding({ value, pointer }: Asked, total: number): Finding {
  return { message: `Request says n=${value}, ${plural(total, 'choice')} returned.`, pointer };
}

/** The response's own field and the request's are switched on both or neither. */
function flagFindings({ root }: ResponseSubject): readonly Finding[] {
  const asked = root.get('provider_request')?.get('logprobs');
  const own = root.get('logprobs');
  if (asked === undefined) return [];
  const isOn = (flag: typeof own): boolean => flag !== undefined && flag.kind !== 'null' && flag.kind !== 'false';
  if (isOn(asked) === isOn(own)) return [];
  const stated = own === undefined ? 'nothing' : own.lexeme().slice(0, 40);
  return [
    {
      message: `Request says logprobs=${asked.lexeme().slice(0, 40)}, the response says ${stated}.`,
      pointer: asked.pointer,
      ...(own && { related: [own.pointer] }),
      detail: `In ${placeName(asked.pointer)}.`,
    },
  ];
}

/** Whether one name is the beginning of the other, but for a vendor before it and signs within. */
function isSameFamily(a: string, b: string): boolean {
  const [one, other] = [familyOf(a), familyOf(b)];
  return one.startsWith(other) || other.startsWith(one);
}

const vendors = /^(us|eu|apac|global|anthropic|meta|amazon|mistral|cohere|ai21|openai|deepseek)(?=\.)\./;

function familyOf(model: string): string {
  let name = model.toLowerCase().split('/').at(-1) ?? '';
  while (vendors.test(name)) name = name.replace(vendors, '');
  return name.replaceAll(/[^a-z0-9]/g, '');
}
