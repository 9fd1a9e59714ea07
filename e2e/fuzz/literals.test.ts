import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runDamagedLiterals, runLiteralLaws } from './literalLaws.ts';
import { checkRoundTrip, type PrintedBy, printedByNode, responsesOf, roundTripSeed } from './roundTrips.ts';

test('what is printed is read as it was, and each pointer is exactly its characters', async () => {
  await expect(runLiteralLaws({ runs: 1000, seed: 20_261_127 })).resolves.toBeUndefined();
});

test('damaged texts are opened, or refused with a place, and nothing is lost without a word', async () => {
  const { opened, refused } = await runDamagedLiterals({ runs: 2000, seed: 1 });
  expect(opened).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
});

test('what Python printed of generated responses is read as they are', async () => {
  // Written by roundTripSample.ts, which needs python3.
  const lines = readFileSync('e2e/fixtures/forms/python/round-trips.jsonl', 'utf8').trimEnd().split('\n');
  const values = responsesOf(roundTripSeed, lines.length);
  expect(lines.length).toBeGreaterThan(20);
  for (const [at, line] of lines.entries()) {
    for (const printed of JSON.parse(line) as readonly PrintedBy[]) await checkRoundTrip(printed, values[at] ?? null);
  }
});

test('what Node prints of generated responses is read as they are', async () => {
  for (const value of responsesOf(roundTripSeed, 100)) {
    for (const printed of printedByNode(value)) await checkRoundTrip(printed, value);
  }
});
