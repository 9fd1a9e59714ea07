import { expect, test } from 'vitest';
import type { ResponseSummaries, ToldPrompts } from '../response/rows.ts';
import { groupCountWords, sampleGroups, withGroup, withRule } from './sampleGroups.ts';
import { defaultView } from './view.ts';

const summaries = { samples: Uint32Array.of(2, 1, 2, 3) } as ResponseSummaries;
const responses = { names: ['a', 'b', 'c', 'd'] };
const recorded = {
  ...responses,
  groups: ['x', 'y', 'x', undefined],
  grouping: 'Samples with one `id` are of one prompt.',
};
const prompts: ToldPrompts = {
  texts: 'Name a tea.Name a town.',
  ends: Uint32Array.of(11, 23),
  places: '/a/b',
  placeEnds: Uint32Array.of(2, 4),
  sizes: Uint32Array.of(5, 3),
  stated: 8,
  ofInputs: 0,
  absent: 0,
};

test('what the file records comes first, with its sentence and the keys that are missing', () => {
  const groups = sampleGroups({ responses: recorded, summaries, prompts }, defaultView);
  expect(groups).toMatchObject({ rule: 'recorded', rules: ['recorded', 'prompt', 'response', 'none'], count: 3 });
  expect(groups?.evidence).toBe('Samples with one `id` are of one prompt. 1 response has no such key.');
  expect([0, 1, 2].map((group) => [groups?.nameOf(group), groups?.sizeOf(group)])).toEqual([
    ['x', 4],
    ['y', 1],
    ['no key', 3],
  ]);
  expect(groups && groupCountWords(groups)).toBe('3 groups of 1 to 4 samples');
  // Those of one key stand together.
  expect(groups?.by?.ranks && [...groups.by.ranks]).toEqual([0, 2, 1, 3]);
  expect(groups?.of({ response: 2 })).toBe(0);
});

test('equal prompts are a group where one of them is of several responses; otherwise each response is one', () => {
  expect(sampleGroups({ responses, summaries, prompts }, defaultView)).toMatchObject({
    rule: 'prompt',
    count: 2,
    isGuess: false,
    evidence: 'Equal prompts and messages are one group, whatever else the calls ask for.',
    by: { isByPrompt: true },
  });
  const apart = { ...prompts, ends: Uint32Array.of(1, 2, 3, 4) };
  expect(sampleGroups({ responses, summaries, prompts: apart }, defaultView)).toMatchObject({
    rule: 'response',
    count: 4,
  });
  expect(sampleGroups({ responses }, defaultView)).toMatchObject({ rule: 'response', rules: ['response', 'none'] });
  expect(sampleGroups({}, defaultView)).toBeUndefined();
});

test('samples of one response are grouped by prompt where a person wants it', () => {
  expect(sampleGroups({ prompts }, defaultView)).toMatchObject({ rule: 'none', rules: ['none', 'prompt'], count: 0 });
  const groups = sampleGroups({ prompts }, { ...defaultView, groupRule: 'prompt' });
  expect(groups).toMatchObject({ rule: 'prompt', count: 2, by: { isByPrompt: true } });
  expect(groups?.brushOf(1)).toEqual({ prompts: [1] });
  expect(sampleGroups({ prompts: { ...prompts, ends: Uint32Array.of(11) } }, defaultView)).toBeUndefined();
});

test('equal inputs alone are a guess, which is said', () => {
  const groups = sampleGroups({ responses, prompts: { ...prompts, stated: 0, ofInputs: 7, absent: 1 } }, defaultView);
  expect(groups?.isGuess).toBe(true);
  expect(groups?.evidence).toBe(
    'Of 7 samples only the inputs are known: equal inputs may have stood in different templates. 1 sample states no prompt.',
  );
});

test('a group narrows the table to its samples, another rule lets go of it', () => {
  const document = { responses: recorded, summaries, prompts };
  const groups = sampleGroups(document, defaultView);
  const narrowed = groups && withGroup(defaultView, groups, 0);
  expect(narrowed?.brushes).toEqual({ responses: [0, 2] });
  expect(narrowed && sampleGroups(document, narrowed)?.chosen).toBe(0);
  const other = narrowed && withRule(narrowed, 'prompt');
  expect(other).toMatchObject({ groupRule: 'prompt', brushes: {} });
  const byPrompt = other && sampleGroups(document, other);
  expect(other && byPrompt && withGroup(other, byPrompt, 1).brushes).toEqual({ prompts: [1] });
});

test('a response that was taken out is in no group, and the order of the list is that of the rows', () => {
  const view = { ...defaultView, brushes: { without: [1] }, responseOrder: [3, 0] };
  const groups = sampleGroups({ responses, summaries }, view);
  expect([0, 1, 2].map((group) => groups?.nameOf(group))).toEqual(['d', 'a', 'c']);
  expect(groups?.by?.ranks && [...groups.by.ranks]).toEqual([1, 4, 2, 0]);
});
