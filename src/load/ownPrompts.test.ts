import { expect, test } from 'vitest';
import { cursorOver } from '../json/byteCursor.ts';
import { SampleWriter } from '../response/samples/sampleWriter.ts';
import { OwnPrompts } from './ownPrompts.ts';
import type { ResponsePart } from './responseParts.ts';

/** What is told of generations that keep these, which are written so. */
function toldOf(...kept: readonly string[]) {
  const generationAt = (position: number) => cursorOver(new TextEncoder().encode(kept[position]));
  const prompts = new OwnPrompts(new SampleWriter(), generationAt);
  for (const position of kept.keys()) {
    const generation = generationAt(position);
    if (generation) prompts.addGeneration(position, {} as ResponsePart, generation);
  }
  const told = prompts.told();
  return told && { sizes: [...told.sizes], ofInputs: told.ofInputs, stated: told.stated, absent: told.absent };
}

const tea = '{"inputs":{"topic":"tea"}}';

test('nothing is told where all keep the same, or nothing', () => {
  expect(toldOf(tea, tea, '{"id":"c"}', tea)).toBeUndefined();
  expect(toldOf('{}', '{"inputs":null}', '{"inputs":{}}')).toBeUndefined();
});

test('from the first that keeps something else on all are told apart, by what they mean', () => {
  const spaced = '{"inputs":{ "topic": "tea" }}';
  expect(toldOf(tea, tea, spaced, '{"inputs":{"topic":"sea"}}', '{}', tea)).toEqual({
    sizes: [4, 1],
    ofInputs: 5,
    stated: 0,
    absent: 1,
  });
  const asked = '{"messages":["hello"],"inputs":{"topic":"tea"}}';
  expect(toldOf(tea, asked, asked)?.sizes).toEqual([1, 2]);
});
