import { describe, expect, test } from 'vitest';
import { FactColumns, type GenerationFact, GenerationFacts } from './generationFacts.ts';

const fact = (index: number, id: string, inputsKey = '{}', modelConfigId = 'm'): GenerationFact => ({
  id,
  index,
  modelConfigId,
  finishReason: { raw: 'stop', class: 'stop', pointer: '' as never },
  toolCallCount: 0,
  hasText: true,
  inputsKey,
  isEmptyStop: false,
  extraKeys: [],
});

/** Responses that share their columns, one after the other. */
function shared(...responses: readonly (readonly GenerationFact[])[]): readonly GenerationFacts[] {
  const columns = new FactColumns();
  let first = 0;
  return responses.map((own) => {
    const facts = new GenerationFacts(first, columns);
    for (const one of own) facts.add(one);
    first += own.length;
    return facts;
  });
}

const groups = (facts: GenerationFacts | undefined) => Array.from(facts?.indexGroups() ?? [], (group) => [...group]);

describe('facts of several responses in shared columns', () => {
  test('an id or an index is repeated within a response only', () => {
    const [one, other, third] = shared(
      [fact(0, 'a'), fact(1, 'b')],
      [fact(0, 'a'), fact(1, 'a'), fact(1, 'c')],
      [fact(0, 'b')],
    );
    expect([one?.repeatedIds, one?.repeatedIndexes]).toEqual([[], []]);
    expect(other?.repeatedIds).toEqual([{ first: 2, other: 3, id: 'a' }]);
    expect(other?.repeatedIndexes).toEqual([{ first: 3, other: 4 }]);
    expect([third?.repeatedIds, third?.repeatedIndexes]).toEqual([[], []]);
  });

  test('sets of inputs are groups of each response, in the order in which they come', () => {
    const [one, other, third] = shared(
      [fact(0, 'a', '{"x":1}'), fact(0, 'b', '{"x":2}'), fact(1, 'c', '{"x":1}')],
      [fact(0, 'd', '{"x":2}'), fact(0, 'e', '{"x":1}')],
      [fact(7, 'f', '{"x":1}')],
    );
    expect(groups(one)).toEqual([[0, 2], [1]]);
    expect(groups(other)).toEqual([[3], [4]]);
    expect(groups(third)).toEqual([[5]]);
    expect([third?.index(5), third?.finishClass(5), third?.finishReason(5)?.pointer]).toEqual([
      7,
      'stop',
      '/data/5/finish_reason',
    ]);
  });

  test('several model configs are those of one response', () => {
    const [one, other] = shared(
      [fact(0, 'a', '{}', 'm'), fact(1, 'b', '{}', 'n'), fact(2, 'c', '{}', 'm')],
      [fact(0, 'd', '{}', 'n')],
    );
    expect([...(one?.models ?? [])]).toEqual([
      ['m', 0],
      ['n', 1],
    ]);
    expect(other?.models).toBeUndefined();
  });
});
