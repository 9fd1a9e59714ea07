// Checks of reasons for an end, where many generations have equal texts.

import { expect, test } from 'vitest';
import { tableOf } from '../../../e2e/fixtures/providerTable.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { FinishReason } from '../model.ts';
import type { ResponseSubject } from './check.ts';
import type { LinkFacts } from './choiceFacts.ts';
import { finishChecks } from './finishChecks.ts';
import { GenerationFacts } from './generationFacts.ts';
import { ProviderFacts } from './providerFacts.ts';

const reason = (kind: 'stop' | 'length', ...keys: (string | number)[]): FinishReason => ({
  raw: kind,
  class: kind,
  pointer: pointerOf(...keys, 'finish_reason'),
});

/** So many generations with one text; their choices end as `ends` says, theirs all with `stop`. */
function ofEqualTexts(count: number, ends: (at: number) => 'stop' | 'length') {
  const places = Array.from({ length: count }, (_, position) => position);
  const pointers = places.map((position) => pointerOf('provider_responses', 0, 'choices', position));
  const table = tableOf([
    {
      choices: places.map((generation) => ({
        generation,
        characters: 3,
        finishReason: reason(ends(generation), 'provider_responses', 0, 'choices', generation),
      })),
    },
  ]);
  const generations = new GenerationFacts();
  for (const position of places) {
    const facts = { toolCallCount: 0, hasText: true, inputsKey: '', isEmptyStop: false, extraKeys: [] };
    const none = { id: undefined, index: undefined, modelConfigId: undefined };
    generations.add({ ...none, ...facts, finishReason: reason('stop', 'data', position) });
  }
  let asked = 0;
  const links: LinkFacts = {
    word: () => 'ambiguous',
    choice: (position) => position,
    hasDifference: () => false,
    link: () => undefined,
  };
  const subject: Pick<ResponseSubject, 'providers' | 'choices' | 'ambiguous' | 'generations' | 'links'> = {
    providers: new ProviderFacts(table),
    choices: { table, from: 0, to: table.choiceCount, tokens: () => undefined, statedTokens: () => undefined },
    get ambiguous() {
      asked += 1;
      return [{ generations: places, choices: pointers, what: 'text' as const }];
    },
    generations,
    links,
  };
  const check = finishChecks.find(({ id }) => id === 'HL040');
  return { found: check?.find(subject as ResponseSubject) ?? [], asked };
}

test('of equal texts any may have ended like the choice that says so; where none did, each generation is told of', () => {
  expect(ofEqualTexts(6, (at) => (at === 5 ? 'stop' : 'length')).found).toEqual([]);
  expect(ofEqualTexts(6, () => 'length').found).toHaveLength(6);
});

test('the choices are gone through once, however many generations are equal', () => {
  expect(ofEqualTexts(400, () => 'length').asked).toBe(1);
});
