// Checks of reasons for an end, where many generations have equal texts.

import { expect, test } from 'vitest';
import { pointerOf } from '../../json/pointer.ts';
import type { FinishReason } from '../model.ts';
import type { ChoiceFacts, GenerationFacts, ProviderFacts, ResponseSubject } from './check.ts';
import { finishChecks } from './finishChecks.ts';

const reason = (kind: 'stop' | 'length', ...keys: (string | number)[]): FinishReason => ({
  raw: kind,
  class: kind,
  pointer: pointerOf(...keys, 'finish_reason'),
});

/** So many generations with one text; their choices end as `ends` says, theirs all with `stop`. */
function ofEqualTexts(count: number, ends: (at: number) => 'stop' | 'length') {
  const choices = Array.from({ length: count }, (_, position): ChoiceFacts => {
    const pointer = pointerOf('provider_responses', 0, 'choices', position);
    const finishReason = reason(ends(position), 'provider_responses', 0, 'choices', position);
    return { pointer, position, textKind: 'content', hasText: true, finishReason, toolCallCount: 0 };
  });
  const generations = Array.from({ length: count }, (_, position): GenerationFacts => {
    const pointer = pointerOf('data', position);
    const finishReason = reason('stop', 'data', position);
    const facts = { toolCallCount: 0, hasText: true, inputsKey: '', isEmptyStop: false, extraKeys: [] };
    return { pointer, position, finishReason, ...facts };
  });
  const provider: ProviderFacts = { pointer: pointerOf('provider_responses', 0), position: 0, format: '', choices };
  let asked = 0;
  const subject: Pick<ResponseSubject, 'providers' | 'ambiguous' | 'generations' | 'linkOf'> = {
    get providers() {
      asked += 1;
      return [provider];
    },
    ambiguous: [
      { generations: choices.map((_, at) => at), choices: choices.map(({ pointer }) => pointer), what: 'text' },
    ],
    generations,
    linkOf: (position) => ({
      word: 'ambiguous',
      hasDifference: false,
      link: { word: 'ambiguous', evidence: '' },
      choice: choices[position],
      provider,
    }),
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
