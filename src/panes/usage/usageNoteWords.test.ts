import { expect, test } from 'vitest';
import { pointerOf } from '../../json/pointer.ts';
import type { UsageRow } from '../../response/rows.ts';
import { causeSentence, generationsSentence } from './usageNoteWords.ts';

const row = (counted: UsageRow['counted']): UsageRow => ({
  source: 'generation',
  label: 'Generation',
  pointer: pointerOf('data'),
  ...(counted && { counted }),
});

test('known causes are named, and whether they explain all of it', () => {
  expect(causeSentence({ causes: ['thoughts'], isExplained: true })).toBe(
    'Known cause: one side counts reasoning as generation, the other does not. It explains all of the difference.',
  );
  expect(causeSentence({ causes: ['best_of', 'billed units'], isExplained: false })).toMatch(
    /^Known causes: .*discarded.*; .*billed.*They explain only a part/,
  );
  expect(causeSentence({})).toBeUndefined();
});

test('how the tokens of generations are known is said, each way with its number', () => {
  expect(generationsSentence([row('listed')])).toBe('† as listed with log probabilities: 1 generation.');
  expect(generationsSentence([row('provider'), row('estimated'), row('estimated')])).toBe(
    '= exact, from the provider: 1 generation; ≈ estimated: 2. The prompt is counted once.',
  );
  expect(generationsSentence([{ ...row('listed'), counted: 'listed' }, row(undefined)])).toContain('1 generation');
  expect(generationsSentence([row(undefined)])).toBeUndefined();
});
