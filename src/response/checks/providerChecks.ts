// HL035, HL036 and HL070 to HL073: what kind of answer the provider gave, and whether it is what was asked for.

import { pointerOf } from '../../json/pointer.ts';
import { plural } from '../../words/numbers.ts';
import type { ProviderTable } from '../choices/choiceTable.ts';
import { placeName } from '../placeName.ts';
import type { Asked, RequestFacts } from '../request.ts';
import { atMost, atMostOf, type Check, type Finding, type ResponseSubject } from './check.ts';
import type { ProviderFacts } from './providerFacts.ts';

const day = 86_400_000;
/** Formats of chat models, which know no suffix. */
const chatFormats = /^(openai-chat|openai-responses|anthropic-messages|gemini|cohere-chat|bedrock-converse)/;

export const providerChecks: readonly Check<ResponseSubject>[] = [
  {
    id: 'HL035',
    severity: 'info',
    find: ({ providers }) => atMostOf(unknownShapes(providers), unknownShape),
  },
  {
    id: 'HL036',
    severity: 'error',
    find: ({ providers }) => atMost(errors(providers)),
  },
  {
    id: 'HL070',
    severity: 'warning',
    find: ({ context, providers }) => atMost(otherModels(context.request.model, providers)),
  },
  {
    id: 'HL071',
    severity: 'info',
    find: ({ context, providers }) => atMost(oddTimes(context.now, providers)),
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
    find({ context, providers }) {
      const { suffix } = context.request;
      if (suffix === undefined) return [];
      for (const position of providers.positions()) {
        if (!isChatFormat(providers.table, position)) continue;
        const related = [pointerOf('provider_responses', position)];
        return [{ message: '`suffix` is ignored by chat models.', pointer: suffix, related }];
      }
      return [];
    },
  },
];

function* unknownShapes({ table, from, to }: ProviderFacts): Generator<number> {
  for (let position = from; position < to; position++) if (table.format(position) === 'unknown') yield position;
}

function unknownShape(position: number): Finding {
  const message = `provider_responses[${position}] has an unknown shape; shown as plain JSON.`;
  return { message, pointer: pointerOf('provider_responses', position) };
}

function* errors(providers: ProviderFacts): Generator<Finding> {
  const { table } = providers;
  for (const position of providers.with('error')) {
    const error = table.isError(position) ? table.at(position)?.error : undefined;
    if (error === undefined) continue;
    const message = `provider_responses[${position}] is an error: ${error.message.slice(0, 500)}.`;
    yield {
      message: message.replace(/\.\.$/, '.'),
      pointer: error.pointer,
      ...(error.code !== undefined && { detail: `Its code is ${error.code}.` }),
    };
  }
}

function* otherModels(asked: RequestFacts['model'], providers: ProviderFacts): Generator<Finding> {
  if (asked === undefined) return;
  const { table } = providers;
  const fits = new Map<string, boolean>();
  for (const position of providers.with('model')) {
    const model = table.model(position);
    if (model === undefined) continue;
    if (!fits.has(model)) fits.set(model, isSameFamily(asked.text, model));
    const pointer = fits.get(model) ? undefined : table.at(position)?.model?.pointer;
    if (pointer === undefined) continue;
    yield { message: `Requested ${asked.text}, answered by ${model}.`, pointer, related: [asked.pointer] };
  }
}

function* oddTimes(now: number, providers: ProviderFacts): Generator<Finding> {
  const { table } = providers;
  for (const position of providers.with('created')) {
    if (table.isPlainTime(position, now + day)) continue;
    const created = table.at(position)?.created;
    if (created === undefined) continue;
    const isZero = created.unit === 'unknown' && Number(created.raw) === 0;
    const isLate = created.iso !== undefined && Date.parse(created.iso) > now + day;
    if (!isZero && !isLate && created.unit !== 'ms' && created.unit !== 'us') continue;
    const unit = isZero ? 'unknown' : created.unit;
    yield {
      message: `Time ${created.raw} read as ${created.iso ?? 'no time'} (${unit}).`,
      pointer: created.pointer,
    };
  }
}

function isChatFormat(table: ProviderTable, position: number): boolean {
  if (chatFormats.test(table.format(position))) return true;
  // Ollama and stream chunks hold either: a chat has its text in a message.
  const first = table.firstChoice(position);
  return Array.from({ length: table.choiceCountOf(position) }, (_, at) => table.textPlaces(first + at).first[0]).some(
    (pointer) => /\/(message|delta)\/content$/.test(pointer ?? ''),
  );
}

function sampleFindings({ context, providers }: ResponseSubject): readonly Finding[] {
  const { samples, prompts } = context.request;
  if (samples === undefined || !context.isWhole) return [];
  let total = 0;
  let isEach = true;
  for (const position of providers.positions()) {
    const count = providers.table.choiceCountOf(position);
    total += count;
    isEach &&= count === 0 || count === samples.value;
  }
  if (total === 0) return [];
  // One request for all, one for each response, or one for each of several prompts.
  const fits = [samples.value, samples.value * Math.max(1, prompts.length)].includes(total);
  return fits || isEach ? [] : [samplesFinding(samples, total)];
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
