import { expect, test } from 'vitest';
import { messageParts, plainMessage } from './messageParts.ts';

const code = (message: string) =>
  messageParts(message)
    .filter(({ isCode }) => isCode)
    .map(({ text }) => text);

test('what stands between grave accents and the names of places are code, and no accent is left', () => {
  const message = 'Choice provider_responses[0].choices[1] is not in `data`, says `usage`.';
  expect(code(message)).toEqual(['provider_responses[0].choices[1]', 'data', 'usage']);
  expect(plainMessage(message)).toBe('Choice provider_responses[0].choices[1] is not in data, says usage.');
});

test('words without code are one part, and an accent that stands alone stays', () => {
  expect(messageParts('Cut at the token limit.')).toEqual([{ text: 'Cut at the token limit.', isCode: false }]);
  expect(plainMessage('It said ` and no more')).toBe('It said ` and no more');
  expect(messageParts('')).toEqual([]);
});
