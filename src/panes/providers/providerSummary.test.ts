import { expect, test } from 'vitest';
import { tableOf } from '../../../e2e/fixtures/providerTable.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { ProviderTable } from '../../response/choices/choiceTable.ts';
import type { ChoiceRow, ProviderRow } from '../../response/rows.ts';
import { finishSummary, leftOverChoices, rawTimeText, timeText } from './providerSummary.ts';

const pointer = pointerOf('provider_responses', 0);

const choice = (raw: string | undefined, generation?: number) => ({
  ...(generation !== undefined && { generation }),
  ...(raw !== undefined && { finishReason: { raw, class: 'stop', pointer } as const }),
});

/** What is said of a provider response with these choices. */
function said<Words>(
  say: (table: ProviderTable, provider: ProviderRow) => Words,
  choices: readonly Partial<ChoiceRow>[],
): Words {
  const table = tableOf([{ choices }]);
  return say(table, table.at(0) as ProviderRow);
}

test('a time is shown in UTC to the minute, and as written where it says no time', () => {
  const time = { raw: '1692281294', iso: '2023-08-17T14:08:14.000Z', unit: 's', pointer } as const;
  expect(timeText(time)).toBe('2023-08-17 14:08 UTC');
  expect(rawTimeText(time)).toBe('1692281294 (seconds)');
  expect(timeText({ raw: '0', unit: 's', pointer })).toBe('0');
});

test('ends of choices are counted by the words of the provider, most frequent first', () => {
  expect(said(finishSummary, [choice('length'), choice('stop'), choice('stop')])).toBe('2 stop, 1 length');
  expect(said(finishSummary, [choice('stop'), choice(undefined)])).toBe('1 stop, 1 without a finish reason');
  expect(said(finishSummary, [])).toBe('');
});

test('choices in no generation are counted, and the first of them has its place', () => {
  const linked = choice('stop', 0);
  expect(said(leftOverChoices, [linked, linked])).toBeUndefined();
  expect(said(leftOverChoices, [linked, choice('stop'), linked])).toEqual({
    sentence: '1 of 3 choices is in no generation',
    pointer: pointerOf('provider_responses', 0, 'choices', 1),
  });
  expect(said(leftOverChoices, [choice('stop'), choice('stop')])?.sentence).toBe('2 of 2 choices are in no generation');
  expect(said(leftOverChoices, [choice('stop')])?.sentence).toBe('Its choice is in no generation');
});
