import { expect, test } from 'vitest';
import { loadEvents } from '../../../e2e/fixtures/loadEvents.ts';
import { foldLoadEvent, newDocument } from '../../state/documents.ts';
import { promptText } from '../../state/promptTexts.ts';

async function opened(text: string) {
  const events = await loadEvents(text);
  const { prompts, rows } = events.reduce(foldLoadEvent, newDocument('d', 'd.json'));
  const numbers = Array.from({ length: rows.length }, (_, position) => rows.count('prompt', position));
  return { numbers, texts: prompts && Array.from(prompts.ends, (_, prompt) => promptText(prompts, prompt)), prompts };
}

const data = (...own: readonly string[]) => `{"data": [${own.map((one) => `{"output": "Mint"${one}}`).join(', ')}]}`;

test('generations of one response that keep different prompts are numbered by what they mean', async () => {
  const { numbers, texts, prompts } = await opened(
    data(
      ', "inputs": {"kind": "tea", "n": 1}',
      '',
      ', "inputs": {"n": 1, "kind": "tea"}',
      ', "inputs": {"kind": "town"}',
    ),
  );
  expect(numbers).toEqual([0, Number.NaN, 0, 1]);
  expect(texts).toEqual(['kind: tea n: 1', 'kind: town']);
  expect(prompts).toMatchObject({ ofInputs: 3, absent: 1, sizes: Uint32Array.of(2, 1) });
  const chats = await opened(
    data(
      ...['Name a tea.', 'Name a town.'].map((content) => `, "messages": [{"role": "user", "content": "${content}"}]`),
    ),
  );
  expect(chats.texts).toEqual(['Name a tea.', 'Name a town.']);
});

test('nothing is said of prompts that are the same, however they are written', async () => {
  const same = await opened(data(', "inputs": {"a": 1, "b": 2}', '', ', "inputs": {"b": 2, "a": 1}'));
  expect(same.prompts).toBeUndefined();
  expect((await opened(data('', ''))).prompts).toBeUndefined();
});
