// The columns of provider responses and of their choices: names, kinds and the codes in them. Knows no writer and no reader.

import type { ProviderTime, TextKind } from '../provider/reading.ts';
import type { choiceColumns, providerKinds } from './columnKinds.ts';

/** What a code says: its place in the list. */
export const textKinds: readonly TextKind[] = ['content', 'refusal', 'empty', 'toolOnly', 'missing'];
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

/** A count as a provider response states it. */
export type StatedCount = `${UsageSide}.${CountName}`;

/** Value, place (a word), and the lexeme where it is not the plain value. */
export type CountColumn = `${StatedCount}${'' | '.place' | '.lexeme'}`;

export type ProviderColumn = keyof typeof providerKinds | CountColumn;
export type ChoiceColumn = keyof typeof choiceColumns;
