// The columns of provider responses and of their choices: names, kinds and the codes in them. Knows no writer and no reader.

import type { FinishClass } from '../model.ts';
import type { ProviderTime, TextKind } from '../provider/reading.ts';
import type { ColumnKind } from './cells.ts';

/** What a code says: its place in the list. */
export const textKinds: readonly TextKind[] = ['content', 'refusal', 'empty', 'toolOnly', 'missing'];
export const finishClasses: readonly FinishClass[] = [
  'stop',
  'length',
  'tool_call',
  'filter',
  'error',
  'pending',
  'unknown',
];
export const timeUnits: readonly ProviderTime['unit'][] = ['s', 'ms', 'us', 'iso', 'unknown'];
export const countNames = [
  'prompt',
  'generation',
  'total',
  'cached',
  'cacheWritten',
  'toolPrompt',
  'reasoning',
] as const;
export type CountName = (typeof countNames)[number];

/** Token counts as the provider states them, and as it bills them. */
export type UsageSide = 'usage' | 'billed';

/** Value, place (a word), and the lexeme where it is not the plain value. */
export type CountColumn = `${UsageSide}.${CountName}${'' | '.place' | '.lexeme'}`;

const providerKinds = {
  /** Numbers of words. */
  format: 'count',
  formatLabel: 'count',
  vendor: 'count',
  model: 'count',
  'model.place': 'count',
  notes: 'count',
  'usage.place': 'count',
  'billed.place': 'count',
  'created.place': 'count',
  'error.place': 'count',
  'blocked.place': 'count',
  id: 'text',
  'created.raw': 'text',
  'created.unit': 'code',
  /** Milliseconds since 1970. */
  'created.time': 'number',
  'error.message': 'text',
  'error.code': 'text',
  'blocked.reason': 'text',
  firstChoice: 'count',
  choiceCount: 'count',
} as const;

export type ProviderColumn = keyof typeof providerKinds | CountColumn;

const countKinds = (['usage', 'billed'] as const).flatMap((side) =>
  countNames.flatMap((name): readonly (readonly [CountColumn, ColumnKind])[] => [
    [`${side}.${name}`, 'number'],
    [`${side}.${name}.place`, 'count'],
    [`${side}.${name}.lexeme`, 'text'],
  ]),
);

export const providerColumns: Readonly<Record<ProviderColumn, ColumnKind>> = {
  ...providerKinds,
  ...(Object.fromEntries(countKinds) as Record<CountColumn, ColumnKind>),
};

export const choiceColumns = {
  /** Place of its provider response. */
  provider: 'count',
  /** Numbers of words. */
  place: 'count',
  texts: 'count',
  refusal: 'count',
  'reasoning.place': 'count',
  finish: 'count',
  'finish.place': 'count',
  finishClass: 'code',
  textKind: 'code',
  index: 'number',
  characters: 'count',
  'reasoning.length': 'count',
  toolCalls: 'count',
  listed: 'count',
  /** Place in `data` of the generation linked to it. */
  generation: 'count',
} as const satisfies Readonly<Record<string, ColumnKind>>;

export type ChoiceColumn = keyof typeof choiceColumns;
