import { describe, expect, it } from 'vitest';
import { testRow } from '../../../e2e/fixtures/testRow.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { GenerationDetail } from '../../response/questions.ts';
import { newDocument } from '../../state/documents.ts';
import { isRawDifferent, knownOutput, rawWords } from './generationShown.ts';

function detail(change: Partial<GenerationDetail>): GenerationDetail {
  const rawOutput = { text: '\n\nHi', from: 0, totalLength: 4 };
  return {
    pointer: pointerOf('data', 0),
    position: 0,
    counts: { inputs: 0, messages: 0, toolCalls: 0, toolResults: 0 },
    calls: [],
    rawOutput,
    ...change,
  };
}

describe('the raw output in words', () => {
  it('says what was stripped at which end', () => {
    expect(rawWords(detail({ stripped: { leading: 2, trailing: 0 } }))).toBe(
      '2 leading white-space characters stripped',
    );
    expect(rawWords(detail({ stripped: { leading: 0, trailing: 1 } }))).toBe(
      '1 trailing white-space character stripped',
    );
    expect(rawWords(detail({ stripped: { leading: 2, trailing: 1 } }))).toBe(
      '2 leading and 1 trailing white-space characters stripped',
    );
  });

  it('tells identical, different and absent apart, and offers to show only what differs', () => {
    const same = detail({ stripped: { leading: 0, trailing: 0 } });
    const { rawOutput: _none, ...absent } = detail({});
    expect([rawWords(same), isRawDifferent(same)]).toEqual(['identical', false]);
    expect([rawWords(detail({})), isRawDifferent(detail({}))]).toEqual(['differs from the output', true]);
    expect([rawWords(absent), isRawDifferent(absent)]).toEqual(['not given', false]);
  });
});

it('knows an output before it was asked for: whole previews, and the start of the first one', () => {
  const row = testRow(0, { preview: 'short', isChecked: false });
  const document = { ...newDocument('a', 'a.json'), firstOutput: 'short and the rest' };
  expect(knownOutput(document, row)).toBe('short');
  expect(knownOutput(document, { ...row, isPreviewWhole: false })).toBe('short and the rest');
  expect(knownOutput(document, { ...row, isPreviewWhole: false, position: 1 })).toBeUndefined();
  expect(knownOutput(document, { ...row, outputKind: 'missing' })).toBeUndefined();
});
