import { expect, test } from 'vitest';
import { testRow } from '../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../e2e/fixtures/testSamples.ts';
import { outputJson } from '../response/outputJson.ts';
import type { GenerationRow } from '../response/rows.ts';
import { answerKind, answerKinds, firstTab } from './firstTab.ts';

const rowOf = (output: string, position: number, more: Partial<GenerationRow> = {}) => {
  const json = outputJson(output);
  return testRow(position, {
    preview: output.slice(0, 200),
    isPreviewWhole: output.length <= 200,
    characters: output.length,
    words: output.split(/\s+/).filter((word) => word !== '').length,
    ...(json && { json }),
    ...more,
  });
};
const kindOfRows = (rows: readonly GenerationRow[]) => answerKind(samplesOf(rows), [...rows.keys()]);
const kindOf = (outputs: readonly string[]) => kindOfRows(outputs.map((output, at) => rowOf(output, at)));
const sentence = 'The lamp follows the daylight outside of your window.';

test('answers that are all JSON are, also where some were cut, but not where most were', () => {
  expect(kindOf(['{"a": 1}', '[2]', '```json\n{"a": 3}\n```'])).toBe('json');
  expect(kindOf(['{"a": 1}', '{"a": 2}', '{"a": '])).toBe('json');
  expect(kindOf(['{"a": 1}', '{"a": ', '{"a": '])).toBe('prose');
  expect(kindOf(['{"a": 1}', '{"a": 2}', sentence])).toBe('prose');
  expect(kindOf(['[Scene: a desk] The lamp is on.', '[Scene: a desk] The lamp is off.'])).toBe('pair');
});

test('answers that all call a tool are calls, with words beside them too', () => {
  const calls = ['', 'Let me see.', ''].map((output, at) => rowOf(output, at, { toolCallCount: 1 }));
  expect(kindOfRows(calls)).toBe('calls');
  expect(kindOfRows([...calls, rowOf('{"a": 1}', 3)])).toBe('json');
  expect(kindOfRows([...calls, rowOf('Which city do you mean?', 3)])).toBe('prose');
});

test('labels are short, whole and on one line', () => {
  expect(kindOf(['positive', 'negative', 'Positive.', 'not sure at all'])).toBe('labels');
  expect(kindOf(['42', '', '-1.5'])).toBe('labels');
  expect(kindOf(['positive', sentence, 'negative'])).toBe('prose');
  expect(kindOf(['one\ntwo', 'one', 'two'])).toBe('prose');
});

test('what says nothing does not count, and two answers are a pair', () => {
  const missing = testRow(2, { outputKind: 'missing' });
  expect(kindOfRows([rowOf(sentence, 0), rowOf(`${sentence} It is quiet.`, 1), missing, rowOf(' ', 3)])).toBe('pair');
  expect(kindOf([sentence, sentence, sentence])).toBe('prose');
  expect(kindOfRows([])).toBe('pair');
});

test('each kind has the tab that shows most of it', () => {
  expect(answerKinds.map(firstTab)).toEqual(['fields', 'fields', 'distinct', 'aligned', 'consensus']);
});
