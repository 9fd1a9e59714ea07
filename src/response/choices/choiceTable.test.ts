// The table says of every body what its reader said: as it is written, handed over in parts, and looked up by place.
import { expect, test } from 'vitest';
import { mutate } from '../../../e2e/fuzz/mutate.ts';
import { providerBodies } from '../../../e2e/fuzz/providerBodies.ts';
import { seededRandom } from '../../../e2e/seededRandom.ts';
import { valueCursor } from '../../json/cursor.ts';
import { childPointer, pointerOf } from '../../json/pointer.ts';
import { type ProviderRead, readProvider } from '../provider/read.ts';
import { addProvider } from './addProvider.ts';
import { buffersOfPart, noProviders, type ProviderTable } from './choiceTable.ts';
import { ChoiceWriter } from './choiceWriter.ts';

const characters = (text: string): number => [...text].length;

function readsOf(count: number): readonly ProviderRead[] {
  return Array.from({ length: count }, (_, at) => {
    const random = seededRandom(at);
    const [, body] = providerBodies[at % providerBodies.length] ?? ['', null];
    const own = at < providerBodies.length ? body : mutate(body, random);
    return readProvider(valueCursor(own, pointerOf('provider_responses', at)));
  });
}

/** What the reader said, as the rows of a table say it. */
function expectedRows({ format, formatLabel, reading }: ProviderRead, position: number, firstChoice: number) {
  const { choices, ...rest } = reading;
  return {
    provider: {
      ...rest,
      pointer: pointerOf('provider_responses', position),
      position,
      format,
      formatLabel,
      firstChoice,
      choiceCount: choices.length,
    },
    choices: choices.map((choice, at) => ({
      number: firstChoice + at,
      pointer: choice.pointer,
      position: at,
      ...(choice.index !== undefined && { index: choice.index }),
      ...(choice.textPointers[0] !== undefined && { textPointer: choice.textPointers[0] }),
      textKind: choice.textKind,
      ...(choice.textKind === 'refusal' && choice.text && { refusalPlaces: choice.textPointers }),
      ...(choice.reasoning && {
        reasoning: {
          length: choice.reasoning.text.length,
          pointer: choice.reasoning.pointers[0] ?? choice.pointer,
        },
      }),
      characters: choice.text === null ? 0 : characters(choice.text),
      ...(choice.finishReason && { finishReason: choice.finishReason }),
      toolCallCount: choice.toolCalls.length,
      ...(choice.listedTokens && { listedTokenCount: choice.listedTokens.count }),
    })),
  };
}

function expectSame(table: ProviderTable, reads: readonly ProviderRead[]): void {
  let first = 0;
  for (const [at, read] of reads.entries()) {
    const { provider, choices } = expectedRows(read, at, first);
    expect(table.at(at)).toEqual(provider);
    expect(table.choicesOf(at)).toEqual(choices);
    first += choices.length;
  }
  expect([table.length, table.choiceCount]).toEqual([reads.length, first]);
}

test('rows are what was written, also when they are handed over bit by bit', () => {
  const reads = readsOf(1200);
  const writer = new ChoiceWriter();
  let told = noProviders;
  for (const [at, read] of reads.entries()) {
    addProvider(writer, read);
    if (at % 97 === 0) for (let part = writer.take(1); part; part = writer.take(1)) told = told.with(part);
  }
  expectSame(writer.table(), reads);
  for (let part = writer.take(); part; part = writer.take())
    told = told.with(structuredClone(part, { transfer: buffersOfPart(part) }));
  expectSame(told, reads);
  expect(writer.take()).toBeUndefined();
  expect(told.at(3)).toBe(told.at(3));
});

test('a place finds the innermost choice around it, as a search over all would', () => {
  const reads = readsOf(300);
  const writer = new ChoiceWriter();
  for (const read of reads) addProvider(writer, read);
  const table = writer.table();
  const all = Array.from({ length: table.choiceCount }, (_, number) => table.choicePointer(number));
  const lastAt = new Map(all.map((pointer, number) => [pointer, number]));
  for (const pointer of lastAt.keys()) {
    expect(table.choiceAround(pointer)).toBe(lastAt.get(pointer));
    const within = childPointer(pointer, 'x');
    expect(table.choiceAround(within)).toBe(lastAt.get(within) ?? lastAt.get(pointer));
  }
  expect(table.choiceAround(pointerOf('provider_responses', 0))).toBe(
    lastAt.get(pointerOf('provider_responses', 0)) ?? -1,
  );
  expect(table.choiceAround(pointerOf('data', 0))).toBe(-1);
  expect(table.choiceAround(pointerOf('provider_responses', 9999, 'choices', 0))).toBe(-1);
});

test('of choices at one place that of the generation is found, else the first', () => {
  const writer = new ChoiceWriter();
  const place = pointerOf('provider_responses', 0);
  writer.startProvider('a', 'A');
  for (const generation of [4, 2, 9]) writer.setGeneration(writer.startChoice(place), generation);
  const table = writer.table();
  expect([2, 9, 7].map((position) => table.choiceAt(place, position))).toEqual([1, 2, 0]);
  expect(table.choiceAround(childPointer(place, 'text'))).toBe(2);
  expect(table.choiceAt(childPointer(place, 'text'), 2)).toBe(-1);
  expect([4, 2, 9, 0].map((generation) => table.choiceOf(generation))).toEqual([0, 1, 2, -1]);
  const regiven = table.withGenerations(
    new Map([
      [0, undefined],
      [1, 4],
    ]),
  );
  expect([4, 2, 9].map((generation) => regiven.choiceOf(generation))).toEqual([1, -1, 2]);
  expect(table.choiceOf(4)).toBe(0);
});

test('a hundred thousand choices of one response are held in a handful of words', () => {
  const writer = new ChoiceWriter();
  writer.startProvider('a', 'A');
  for (let at = 0; at < 100_000; at++) {
    const pointer = pointerOf('provider_responses', 0, 'choices', at);
    writer.startChoice(pointer);
    writer.setText('content', 1, [childPointer(pointer, 'text')]);
  }
  expect(writer.words.texts).toEqual(['a', 'A', '/choices/~#', '/choices/~#/text']);
  const table = writer.table();
  expect(table.choiceAround(pointerOf('provider_responses', 0, 'choices', 77_777, 'text'))).toBe(77_777);
  expect(table.choice(99_999)?.textPointer).toBe('/provider_responses/0/choices/99999/text');
});
