import { describe, expect, it } from 'vitest';
import { tableOf } from '../../e2e/fixtures/providerTable.ts';
import { testRow } from '../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../e2e/fixtures/testSamples.ts';
import { pointerOf } from '../json/pointer.ts';
import { newDocument, type OpenDocument } from './documents.ts';
import { counterpart, generationAt, owningPosition, providerAt, treePointer } from './selection.ts';

const choice = pointerOf('provider_responses', 0, 'choices', 1);
const text = pointerOf('provider_responses', 0, 'choices', 1, 'message', 'content');

const document: OpenDocument = {
  ...newDocument('d', 'response.json'),
  generationCount: 2,
  providerCount: 1,
  rows: samplesOf([testRow(0, { link: { word: 'certain', choice, text, evidence: 'identical' } }), testRow(1)]),
  providers: tableOf([{ choices: [{}, { textPointer: text, generation: 0 }] }]),
};

describe('one pointer in every pane', () => {
  it('belongs to the generation that it lies in', () => {
    expect(generationAt(document, pointerOf('data', 1, 'inputs', 'a'))).toBe(1);
    expect(generationAt(document, pointerOf('data', 7))).toBeUndefined();
    expect(owningPosition(pointerOf('data', '01'))).toBeUndefined();
  });

  it('belongs to the generation linked to the choice that it lies in', () => {
    expect(generationAt(document, pointerOf('provider_responses', 0, 'choices', 1, 'logprobs', 'content', 4))).toBe(0);
    expect(generationAt(document, pointerOf('provider_responses', 0, 'choices', 0))).toBeUndefined();
    expect(generationAt(document, pointerOf('usage'))).toBeUndefined();
  });

  it('stands at the linked choice in the tree, or at itself', () => {
    expect(treePointer(document, pointerOf('data', 0, 'output'))).toBe(choice);
    expect(treePointer(document, pointerOf('data', 1))).toBe(pointerOf('data', 1));
    expect(treePointer(document, pointerOf('usage', 'total_tokens'))).toBe(pointerOf('usage', 'total_tokens'));
  });

  it('has its counterpart on the other side', () => {
    expect(counterpart(document, pointerOf('data', 0))).toBe(choice);
    expect(counterpart(document, pointerOf('data', 0, 'output'))).toBe(text);
    expect(counterpart(document, choice)).toBe(pointerOf('data', 0));
    expect(counterpart(document, text)).toBe(pointerOf('data', 0, 'raw_output'));
    expect(counterpart(document, pointerOf('data', 1))).toBeUndefined();
  });

  it('may have a hundred thousand levels', () => {
    const deep = pointerOf('provider_responses', 0, 'choices', 1, ...Array.from({ length: 100_000 }, () => 0));
    expect(generationAt(document, deep)).toBe(0);
    expect(owningPosition(pointerOf('data', 1, ...Array.from({ length: 100_000 }, () => 'a')))).toBe(1);
  });

  it('knows its provider response', () => {
    expect(providerAt(document, text)).toBe(0);
    expect(providerAt(document, pointerOf('provider_responses', 4))).toBeUndefined();
    expect(providerAt(document, pointerOf('data', 0))).toBeUndefined();
  });
});
