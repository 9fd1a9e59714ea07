// How each column of provider responses and choices is stored, which only their writer needs to know.

import type { ColumnKind } from './cells.ts';
import { type CountColumn, countNames, type ProviderColumn } from './choiceColumns.ts';

export const providerKinds = {
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
