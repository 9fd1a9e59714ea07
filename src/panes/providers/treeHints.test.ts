import { describe, expect, test } from 'vitest';
import { type ProviderFacts, tableOf } from '../../../e2e/fixtures/providerTable.ts';
import { testRow } from '../../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../../e2e/fixtures/testSamples.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { Count } from '../../response/model.ts';
import { newDocument, type OpenDocument } from '../../state/documents.ts';
import { generationName, treeHints, usageSum } from './treeHints.ts';

const count = (lexeme: string): Count => ({ value: Number(lexeme), lexeme, pointer: pointerOf('usage') });

const provider: ProviderFacts = {
  usage: { pointer: pointerOf('provider_responses', 0, 'usage'), prompt: count('38'), generation: count('412') },
  choices: [
    {
      textPointer: pointerOf('provider_responses', 0, 'choices', 0, 'text'),
      listedTokenCount: 64,
      generation: 0,
    },
  ],
};

const row = testRow(0, { label: '4' });

const documentOf = (change: Partial<OpenDocument>): OpenDocument => ({
  ...newDocument('a', 'a.json'),
  rows: samplesOf([row]),
  providerCount: 1,
  generationCount: 1,
  providers: tableOf([provider]),
  ...change,
});

describe('hints at the right of the tree', () => {
  test('name the linked generation and where the text of its choice stands', () => {
    expect(treeHints(documentOf({})).get(pointerOf('provider_responses', 0, 'choices', 0))).toEqual({
      generation: { label: '#4', pointer: pointerOf('data', 0) },
      textPointer: pointerOf('provider_responses', 0, 'choices', 0, 'text'),
    });
    expect(generationName('data[3]')).toBe('data[3]');
  });

  test('count listed tokens, and say how many alternatives were asked for where the response says it', () => {
    const place = pointerOf('provider_responses', 0, 'choices', 0, 'logprobs');
    expect(treeHints(documentOf({})).get(place)?.text).toBe('64 tokens');
    const field = {
      key: 'logprobs',
      pointer: pointerOf('logprobs'),
      presence: 'set',
      isDocumented: true,
      kind: 'number',
      preview: '5',
      isPreviewWhole: true,
      childCount: 0,
    } as const;
    expect(treeHints(documentOf({ fields: [field] })).get(place)?.text).toBe('64 tokens, top 5');
  });

  test('name the format of each provider response only where there are several', () => {
    expect(treeHints(documentOf({})).get(pointerOf('provider_responses', 0))?.text).toBeUndefined();
    const hints = treeHints(documentOf({ providerCount: 2, providers: tableOf([provider, {}]) }));
    expect(hints.get(pointerOf('provider_responses', 1))?.text).toBe('OpenAI completion');
  });

  test('add up a usage as it was written and invent no sum', () => {
    const pointer = pointerOf('usage');
    expect(usageSum({ pointer, prompt: count('38'), generation: count('412.0'), total: count('1450') })).toBe(
      '38 + 412.0 = 1,450',
    );
    expect(usageSum({ pointer, prompt: count('38') })).toBe('38 + –');
  });
});
