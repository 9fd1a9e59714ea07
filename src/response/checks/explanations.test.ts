import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explanations } from './explanations.ts';
import { checkTitles } from './titles.ts';

const folder = new URL('./', import.meta.url);
const sources = [
  ...readdirSync(folder)
    .filter((name) => /^[a-zA-Z]+\.ts$/.test(name) && name !== 'explanations.ts')
    .map((name) => new URL(name, folder)),
  new URL('../violations.ts', folder),
].map((file) => readFileSync(file, 'utf8'));

test('every check has a title and an explanation, and every explanation a check', () => {
  const used = new Set(sources.flatMap((source) => source.match(/(?<=')HL\d{3}(?=')/g) ?? []));
  expect(Object.keys(explanations)).toEqual([...used].sort());
  expect(Object.keys(checkTitles)).toEqual(Object.keys(explanations));
});

test('an explanation has the severity of its check', () => {
  for (const source of sources) {
    for (const [, id = '', severity] of source.matchAll(/id: '(HL\d{3})',\s+severity: '(\w+)'/g)) {
      expect([id, explanations[id]?.severity]).toEqual([id, severity]);
    }
  }
});

test('each part of an explanation is a sentence or two', () => {
  for (const title of Object.values(checkTitles)) expect(title).toMatch(/^[A-Z][^.]*$/);
  for (const { means, causes, todo } of Object.values(explanations)) {
    for (const text of [means, causes, todo]) {
      expect(text).toMatch(/^[A-Z`][\s\S]*[.)]$/);
      expect(text.length).toBeLessThan(220);
    }
  }
});
