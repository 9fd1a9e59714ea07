import { expect, test } from 'vitest';
import { pointerOf } from '../../json/pointer.ts';
import type { ChoiceRow, ProviderRow } from '../../response/report.ts';
import { finishSummary, rawTimeText, timeText } from './providerSummary.ts';

const pointer = pointerOf('provider_responses', 0);

const choice = (raw: string | undefined): ChoiceRow => ({
  pointer,
  position: 0,
  textKind: 'content',
  characters: 0,
  toolCallCount: 0,
  ...(raw === undefined ? {} : { finishReason: { raw, class: 'stop', pointer } }),
});

const provider = (choices: readonly ChoiceRow[]): ProviderRow => ({
  pointer,
  position: 0,
  format: 'unknown',
  formatLabel: 'Unknown shape',
  choices,
  notes: [],
});

test('a time is shown in UTC to the minute, and as written where it says no time', () => {
  const time = { raw: '1692281294', iso: '2023-08-17T14:08:14.000Z', unit: 's', pointer } as const;
  expect(timeText(time)).toBe('2023-08-17 14:08 UTC');
  expect(rawTimeText(time)).toBe('1692281294 (seconds)');
  expect(timeText({ raw: '0', unit: 's', pointer })).toBe('0');
});

test('ends of choices are counted by the words of the provider, most frequent first', () => {
  expect(finishSummary(provider([choice('length'), choice('stop'), choice('stop')]))).toBe('2 stop, 1 length');
  expect(finishSummary(provider([choice('stop'), choice(undefined)]))).toBe('1 stop, 1 without a finish reason');
  expect(finishSummary(provider([]))).toBe('');
});
