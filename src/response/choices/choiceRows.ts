// One provider response or one choice as an object, for whoever looks at it. Must not be called for all of them.

import { type Pointer, pointerOf } from '../../json/pointer.ts';
import type { Count, FinishReason, Usage } from '../model.ts';
import type { ProviderTime } from '../provider/reading.ts';
import type { ChoiceRow, ProviderRow } from '../rows.ts';
import { finishClasses } from '../samples/sampleColumns.ts';
import type { Cells } from './cells.ts';
import {
  type ChoiceColumn,
  countNames,
  type ProviderColumn,
  textKinds,
  timeUnits,
  type UsageSide,
} from './choiceColumns.ts';
import { placeOf } from './placeWords.ts';

type ProviderCells = Cells<ProviderColumn>;
type Words = readonly string[];

export function providerRow(cells: ProviderCells, words: Words, position: number): ProviderRow {
  const word = (name: ProviderColumn): string | undefined => words[cells.whole(name, position)];
  const place = (name: ProviderColumn): Pointer => placeOf(word(name) ?? '', position, -1);
  const vendor = word('vendor');
  const id = cells.text('id', position);
  const model = word('model');
  const created = timeOf(cells, words, position);
  const usage = usageOf(cells, words, 'usage', position);
  const billed = usageOf(cells, words, 'billed', position);
  const message = cells.text('error.message', position);
  const code = cells.text('error.code', position);
  const reason = cells.text('blocked.reason', position);
  const notes = word('notes');
  return {
    pointer: pointerOf('provider_responses', position),
    position,
    format: word('format') ?? 'unknown',
    formatLabel: word('formatLabel') ?? '',
    ...(vendor !== undefined && { vendor }),
    ...(id !== undefined && { id }),
    ...(model !== undefined && { model: { text: model, pointer: place('model.place') } }),
    ...(created && { created }),
    ...(usage && { usage }),
    ...(message !== undefined && {
      error: { message, ...(code !== undefined && { code }), pointer: place('error.place') },
    }),
    ...(reason !== undefined && { blocked: { reason, pointer: place('blocked.place') } }),
    ...(billed && { billed }),
    firstChoice: Math.max(0, cells.whole('firstChoice', position)),
    choiceCount: Math.max(0, cells.whole('choiceCount', position)),
    notes: notes === undefined ? [] : (JSON.parse(notes) as readonly string[]),
  };
}

function timeOf(cells: ProviderCells, words: Words, position: number): ProviderTime | undefined {
  const raw = cells.text('created.raw', position);
  const unit = timeUnits[cells.whole('created.unit', position)];
  if (raw === undefined || unit === undefined) return undefined;
  const time = cells.number('created.time', position);
  const pointer = placeOf(words[cells.whole('created.place', position)] ?? '', position, -1);
  return { raw, ...(!Number.isNaN(time) && { iso: new Date(time).toISOString() }), unit, pointer };
}

/** The token counts of a provider response; undefined where it states none. */
export function usageOf(cells: ProviderCells, words: Words, side: UsageSide, position: number): Usage | undefined {
  const own = words[cells.whole(`${side}.place`, position)];
  if (own === undefined) return undefined;
  const counts: { [Name in (typeof countNames)[number]]?: Count } = {};
  for (const name of countNames) {
    const value = cells.number(`${side}.${name}`, position);
    if (Number.isNaN(value)) continue;
    const pointer = placeOf(words[cells.whole(`${side}.${name}.place`, position)] ?? '', position, -1);
    counts[name] = { value, lexeme: cells.text(`${side}.${name}.lexeme`, position) ?? String(value), pointer };
  }
  return { pointer: placeOf(own, position, -1), ...counts };
}

/** Which choice a row is of. */
export interface ChoiceNumber {
  readonly number: number;
  readonly provider: number;
  /** Among the choices of its provider response. */
  readonly position: number;
  /** −1 for none. */
  readonly generation: number;
}

export function choiceRow(cells: Cells<ChoiceColumn>, words: Words, which: ChoiceNumber): ChoiceRow {
  const { number, provider, position, generation } = which;
  const whole = (name: ChoiceColumn): number => cells.whole(name, number);
  const place = (name: ChoiceColumn): Pointer => placeOf(words[whole(name)] ?? '', provider, position);
  const index = cells.number('index', number);
  const [textPointer] = textPlaces(cells, words, which).first;
  const refusal = words[whole('refusal')];
  const reasoning = whole('reasoning.length');
  const finishReason = finishOf(cells, words, which);
  const listed = whole('listed');
  return {
    number,
    pointer: place('place'),
    position,
    ...(!Number.isNaN(index) && { index }),
    ...(textPointer !== undefined && { textPointer }),
    textKind: textKinds[whole('textKind')] ?? 'missing',
    ...(refusal !== undefined && {
      refusalPlaces: (JSON.parse(refusal) as readonly string[]).map((word) => placeOf(word, provider, position)),
    }),
    ...(reasoning >= 0 && { reasoning: { length: reasoning, pointer: place('reasoning.place') } }),
    characters: Math.max(0, whole('characters')),
    ...(finishReason && { finishReason }),
    toolCallCount: Math.max(0, whole('toolCalls')),
    ...(listed >= 0 && { listedTokenCount: listed }),
    ...(generation >= 0 && { generation }),
  };
}

export function finishOf(
  cells: Cells<ChoiceColumn>,
  words: Words,
  which: Omit<ChoiceNumber, 'generation'>,
): FinishReason | undefined {
  const raw = words[cells.whole('finish', which.number)];
  const known = finishClasses[cells.whole('finishClass', which.number)];
  if (raw === undefined || known === undefined) return undefined;
  const word = words[cells.whole('finish.place', which.number)] ?? '';
  return { raw, class: known, pointer: placeOf(word, which.provider, which.position) };
}

/** The places that the text of a choice is joined from: the first three, and how many there are. */
export function textPlaces(
  cells: Cells<ChoiceColumn>,
  words: Words,
  { number, provider, position }: Omit<ChoiceNumber, 'generation'>,
): { readonly first: readonly Pointer[]; readonly count: number } {
  const word = words[cells.whole('texts', number)];
  if (word === undefined) return { first: [], count: 0 };
  if (!word.startsWith('[')) return { first: [placeOf(word, provider, position)], count: 1 };
  const [count = 0, ...places] = JSON.parse(word) as readonly [number, ...string[]];
  return { first: places.map((one) => placeOf(one, provider, position)), count };
}
