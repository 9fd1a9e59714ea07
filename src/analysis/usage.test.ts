// What each source counts, and whether the sources agree.

import { describe, expect, test } from 'vitest';
import { tableOf } from '../../e2e/fixtures/providerTable.ts';
import { testRow } from '../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../e2e/fixtures/testSamples.ts';
import { usageOf } from '../../e2e/fixtures/testUsage.ts';
import { pointerOf } from '../json/pointer.ts';
import { noProviders, type ProviderTable } from '../response/choices/choiceTable.ts';
import type { Usage } from '../response/model.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';
import { usageAgreement, usageOfSeveral } from './usage.ts';
import { UsageTable } from './usageTable.ts';

function providers(...usages: readonly (Usage | undefined)[]): ProviderTable {
  return tableOf(usages.map((usage) => (usage ? { usage } : {})));
}

function generations(
  from: 'provider' | 'listed' | 'estimated',
  ...counts: readonly (number | undefined)[]
): SampleTable {
  return samplesOf(
    counts.map((count, position) =>
      testRow(position, {
        ...(count !== undefined && { tokens: { count, from, pointer: pointerOf('data', position, 'tokens') } }),
      }),
    ),
  );
}

const none = generations('listed');

describe('usage', () => {
  test('has a row for the response, each provider response and each generation that is known', () => {
    const rows = new UsageTable(
      { pointer: pointerOf('usage') },
      providers(usageOf(1, 2, 3), undefined),
      generations('listed', 5, undefined),
    );
    expect(
      rows.slice(0).map(({ source, label, position, usage }) => [source, label, position, usage?.generation?.lexeme]),
    ).toEqual([
      ['response', 'Response usage', undefined, undefined],
      ['provider', 'Provider response 0', 0, '2'],
      ['provider', 'Provider response 1', 1, undefined],
      ['generation', 'Generation 0', 0, '5'],
    ]);
  });

  test('agrees when the provider states the same and the generations add up', () => {
    expect(
      usageAgreement(usageOf(38, 412, 450), providers(usageOf(38, 412, 450)), generations('listed', 400, 12)),
    ).toEqual({
      state: 'agrees',
      sentence: 'All sources agree. 2 generations add up to 412.',
    });
  });

  test('of several provider responses the prompts may be added or counted once', () => {
    const two = providers(usageOf(5, 2, 7), usageOf(5, 3, 8));
    expect(usageAgreement(usageOf(10, 5, 15), two, none).state).toBe('agrees');
    expect(usageAgreement(usageOf(5, 5, 10), two, none).state).toBe('agrees');
    expect(usageAgreement(usageOf(7, 5, 12), two, none)).toMatchObject({
      state: 'differs',
      difference: { prompt: 3, total: 3 },
    });
  });

  test('differs by how much each source counts more or fewer', () => {
    expect(usageAgreement(usageOf(38, 412, 450), providers(usageOf(38, 415, 453)), none)).toEqual({
      state: 'differs',
      sentence:
        'The provider counts 3 more generation tokens than the response (415, not 412). ' +
        'The provider counts 3 more total tokens than the response (453, not 450).',
      difference: { generation: 3, total: 3 },
    });
  });

  test('says the known cause of a difference, and whether it is all of it', () => {
    const thinking = { ...usageOf(38, 415, 453), reasoning: { value: 3, lexeme: '3', pointer: pointerOf('r') } };
    expect(usageAgreement(usageOf(38, 412, 450), providers(thinking), none)).toEqual({
      state: 'differs',
      sentence:
        'The provider counts 3 more generation tokens than the response (415, not 412: thoughts). ' +
        'The provider counts 3 more total tokens than the response (453, not 450).',
      difference: { generation: 3, total: 3 },
      causes: ['thoughts'],
      isExplained: true,
    });
    const more = { ...usageOf(39, 415, 454), reasoning: thinking.reasoning };
    expect(usageAgreement(usageOf(38, 412, 450), providers(more), none)).toMatchObject({
      causes: ['thoughts'],
      isExplained: false,
    });
    expect(usageAgreement(usageOf(38, 412, 450), providers(usageOf(38, 415, 453)), none, true).causes).toEqual([
      'best_of',
    ]);
  });

  test('fewer listed tokens than counted are normal, more are not, and stated ones must add up', () => {
    const response = usageOf(1, 10, 11);
    expect(usageAgreement(response, noProviders, generations('listed', 4, 5))).toEqual({
      state: 'agrees',
      sentence: 'All sources agree. 2 generations list 9 of 10 tokens.',
    });
    expect(usageAgreement(response, noProviders, generations('listed', 4, 7))).toMatchObject({
      state: 'differs',
      difference: { generation: 1 },
    });
    expect(usageAgreement(response, noProviders, generations('provider', 4, 5))).toMatchObject({
      state: 'differs',
      sentence: '2 generations add up to 9, 1 fewer tokens than the 10 of the response.',
    });
  });

  test('an estimate is marked as one, and held against nothing', () => {
    const estimated = generations('estimated', 40, 50);
    expect(usageAgreement(usageOf(1, 10, 11), noProviders, estimated).state).toBe('unknown');
    const rows = new UsageTable({ pointer: pointerOf('usage') }, noProviders, estimated);
    expect(rows.slice(0).map(({ usage }) => usage?.generation?.lexeme)).toEqual([undefined, '≈40', '≈50']);
  });

  test('is unknown when there is nothing to compare', () => {
    expect(usageAgreement(undefined, providers(usageOf(1, 1, 2)), none).state).toBe('unknown');
    expect(usageAgreement(usageOf(1, 1, 2), providers(undefined), generations('listed', undefined)).state).toBe(
      'unknown',
    );
    expect(usageAgreement(usageOf(1, 1, 2), providers(usageOf(1, 1, 2), undefined), none).state).toBe('unknown');
  });
});

test('of several responses it is said how many state token counts, and what these add up to', () => {
  const said = (...usages: readonly (Usage | undefined)[]) => usageOfSeveral(usages).sentence;
  expect(said(usageOf(38, 43, 81), usageOf(38, 1000, 1038))).toBe(
    '2 of 2 responses state token counts, together 76 prompt tokens and 1,043 generation tokens.',
  );
  expect(said(usageOf(38, 43, 81), undefined)).toBe(
    '1 of 2 responses states token counts, together 38 prompt tokens and 43 generation tokens.',
  );
  const { prompt, ...withoutPrompt } = usageOf(38, 43, 81);
  expect(prompt?.value).toBe(38);
  expect(said(usageOf(38, 43, 81), withoutPrompt)).toBe(
    '2 of 2 responses state token counts, together 86 generation tokens.',
  );
  expect(said(undefined, undefined)).toBe('None of the 2 responses states token counts.');
});
