import { expect, test } from 'vitest';
import { encodings } from '../analysis/tokenEncoding.ts';
import { countTokens } from './countTokens.ts';

test.each(encodings)('%s counts the tokens of each text', async (encoding) => {
  const [empty, hello, long] = await countTokens(encoding, ['', 'Hello world', 'Hello world '.repeat(50)]);
  expect(empty).toBe(0);
  expect(hello).toBe(2);
  expect(long).toBeGreaterThan(90);
});

test('what looks like a special token is text', async () => {
  const [count] = await countTokens('o200k_base', ['<|endoftext|>']);
  expect(count).toBeGreaterThan(1);
});
