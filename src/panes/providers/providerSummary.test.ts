import { expect, test } from 'vitest';
import { pointerOf } from '../../json/pointer.ts';
import type { ChoiceRow, ProviderRow } from '../../response/rows.ts';
import { finishSummary, leftOverChoices, rawTimeText, timeText } from './providerSummary.ts';

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

test('choices in no generation are counted, and the first of them has its place', () => {
  const linked = { ...choice('stop'), generation: 0 };
  const second = { ...choice('stop'), pointer: pointerOf('provider_responses', 0, 'choices', 1) };
  expect(leftOverChoices(provider([linked, linked]))).toBeUndefined();
  expect(leftOverChoices(provider([linked, second, linked]))).toEqual({
    sentence: '1 of 3 choices is in no generation',
    pointer: second.pointer,
  });
  expect(leftOverChoices(provider([second, choice('stop')]))?.sentence).toBe('2 of 2 choices are in no generation');
  expect(leftOverChoices(provider([second]))?.sentence).toBe('Its choice is in no generation');
});
