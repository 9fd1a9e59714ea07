import { expect, test } from 'vitest';
import { valueCursor } from '../../src/json/cursor.ts';
import { pointerOf } from '../../src/json/pointer.ts';
import { readProvider } from '../../src/response/provider/read.ts';
import { seededRandom } from '../seededRandom.ts';
import { mutate } from './mutate.ts';
import { providerBodies } from './providerBodies.ts';
import { runDamagedBodies } from './readers.ts';

test.each(providerBodies)('the body for %s is taken by its reader while it is whole', (format, body) => {
  expect(readProvider(valueCursor(body, pointerOf('provider_responses', 0))).format).toBe(format);
});

test('damage is the same for the same seed, leaves the body alone, and changes nearly every one', () => {
  const [, body] = providerBodies[5] ?? ['', null];
  const before = JSON.stringify(body);
  const texts = Array.from({ length: 100 }, (_, seed) => JSON.stringify(mutate(body, seededRandom(seed))));
  expect(JSON.stringify(mutate(body, seededRandom(7)))).toBe(texts[7]);
  expect(JSON.stringify(body)).toBe(before);
  expect(texts.filter((text) => text !== before).length).toBeGreaterThan(90);
});

test('a thousand damaged bodies are read without an exception', async () => {
  const { formats } = await runDamagedBodies({ runs: 1000, seed: 1 });
  expect(formats.size).toBeGreaterThan(20);
});
