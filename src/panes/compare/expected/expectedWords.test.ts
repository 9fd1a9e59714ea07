import { expect, test } from 'vitest';
import { pointerOf } from '../../../json/pointer.ts';
import { refusalWords } from './expectedWords.ts';

test('says what was asked for, each once', () => {
  const fact = (name: 'temperature' | 'logit_bias' | 'frequency_penalty', value: number, lexeme = String(value)) => ({
    name,
    value,
    lexeme,
    pointer: pointerOf('provider_request', name),
  });
  const words = refusalWords([
    fact('temperature', 0.5, '0.50'),
    fact('temperature', 0.5, '0.50'),
    fact('frequency_penalty', 1),
    fact('logit_bias', 1, ''),
  ]);
  expect(words).toContain('asked for temperature 0.50, a frequency penalty of 1, a bias on 1 token: tokens');
});
