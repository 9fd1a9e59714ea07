// Linking over columns says of every world what the reference says, word for word. Worlds are made of few texts, so that equal ones, parts,
// prefixes, missing and repeated ones meet; all texts are invented.

import { type JsonCursor, valueCursor } from '../../src/json/cursor.ts';
import { type Pointer, pointerOf } from '../../src/json/pointer.ts';
import type { JsonValue } from '../../src/json/value.ts';
import type { FinishClass, Generation, ToolCall } from '../../src/response/model.ts';
import type { ProviderChoice } from '../../src/response/provider/reading.ts';
import { pyStrip } from '../../src/response/pythonStrip.ts';
import { type LinkWorld, linkByReference, linkDifference, linkWorld, linkWorlds } from '../fixtures/linkWorld.ts';
import { seededRandom } from '../seededRandom.ts';

/** Links `runs` random worlds in both ways; throws at the first that differs, with its seed. */
export function runLinkLaws({ runs, seed }: { readonly runs: number; readonly seed: number }): void {
  for (let run = 0; run < runs; run++) {
    const world = randomWorld(seededRandom(seed * 1_000_003 + run));
    const difference = linkDifference(linkWorld(world), linkByReference(world));
    if (difference !== undefined) throw new Error(`World ${run} of seed ${seed}: ${difference}`);
  }
}

/** Links `runs` times some random worlds in one document; throws where one of them is linked otherwise than by itself. */
export function runPartLaws({ runs, seed }: { readonly runs: number; readonly seed: number }): void {
  for (let run = 0; run < runs; run++) {
    const random = seededRandom(seed * 1_000_003 + run);
    const worlds = Array.from({ length: 2 + Math.floor(random() * 3) }, () => randomWorld(random));
    const together = linkWorlds(worlds);
    let rows = 0;
    let choices = 0;
    let providers = 0;
    for (const world of worlds) {
      const alone = linkWorld(world);
      const own = (pointer: string | undefined) =>
        pointer?.replace(/^\/provider_responses\/(\d+)/, (_, at) => `/provider_responses/${Number(at) - providers}`);
      const found = {
        links: together.links
          .slice(rows, rows + alone.links.length)
          .map(({ word, choice, otherChoice, difference }) => ({
            word,
            choice: own(choice),
            otherChoice: own(otherChoice),
            difference,
          })),
        generationOf: together.generationOfChoice
          .slice(choices, choices + alone.generationOfChoice.length)
          .map((generation) => (generation === undefined ? undefined : generation - rows)),
      };
      const expected = {
        links: alone.links.map(({ word, choice, otherChoice, difference }) => ({
          word,
          choice,
          otherChoice,
          difference,
        })),
        generationOf: alone.generationOfChoice,
      };
      const [one, other] = [JSON.stringify(expected), JSON.stringify(found)];
      if (one !== other) throw new Error(`Run ${run} of seed ${seed}, from row ${rows}:\n${other}\nnot\n${one}`);
      rows += alone.links.length;
      choices += alone.generationOfChoice.length;
      providers += world.providers.length;
    }
  }
}

const long = 'the lamp over the door stays lit until the last boat is in';
const texts = [
  'red',
  'blue',
  ' red ',
  '\n\nred',
  'blue\r\nsea',
  'blue\nsea',
  'cafe\u0301',
  'caf\u00e9',
  '{"a": 1, "b": [2]}',
  '{"b":[2],"a":1}',
  '{"a":1,"b":[2]} ',
  '[1]',
  long,
  `${long}, and then`,
  `>> ${long}`,
  `${long}!`,
  `${long} ?`,
  'It is red',
  'It is blue',
  '<think>so</think>\nred',
  'so</think>blue',
  '<think>red',
  '   ',
  '\ud83d',
  '🙂🙂',
] as const;
const classes: readonly FinishClass[] = ['stop', 'length', 'tool_call', 'filter', 'unknown'];

function randomWorld(random: () => number): LinkWorld {
  const below = (count: number): number => Math.floor(random() * count);
  const chance = (share: number): boolean => random() < share;
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  // Few different texts make classes of equal ones, many make single ones.
  const own = Array.from({ length: 1 + below(7) }, () => pick(texts));
  const values = new Map<Pointer, string>();
  const place = (pointer: Pointer, text: string): Pointer => {
    values.set(pointer, text);
    return pointer;
  };
  const calls = (pointer: Pointer): readonly ToolCall[] =>
    chance(0.8)
      ? []
      : Array.from({ length: 1 + below(2) }, () => ({
          pointer,
          ...(chance(0.7) && { id: pick(['c1', 'c2', 'c3', '']) }),
          name: pick(['look', 'go']),
          argumentsText: pick(['{}', '{"a":1,"b":2}', '{"b":2,"a":1}', 'no']),
          argumentsPointer: pointer,
        }));
  const finish = (pointer: Pointer) =>
    chance(0.3) ? {} : { finishReason: { raw: 'x', class: pick(classes), pointer } as const };
  const size = below(7);
  const indexes = pick(['place', 'none', 'shuffled', 'repeated', 'some', 'far'] as const);
  const order = Array.from({ length: size }, (_, at) => at).sort(() => random() - 0.5);
  const indexOf = (position: number): number | undefined => {
    if (indexes === 'none' || (indexes === 'some' && chance(0.5))) return undefined;
    if (indexes === 'shuffled') return order[position];
    if (indexes === 'repeated') return position % 2;
    return indexes === 'far' ? pick([-1, 2 ** 31, 1e15, position]) : position;
  };
  const generations = Array.from({ length: size }, (_, position): Generation => {
    const pointer = pointerOf('data', position);
    const rawOutput = chance(0.15) ? undefined : chance(0.1) ? '' : pick(own);
    const output = chance(0.15) ? undefined : chance(0.2) ? pick(own) : pyStrip(rawOutput ?? '').text;
    const isObject = output !== undefined && /^[{[]/.test(output) && chance(0.3);
    if (rawOutput !== undefined) place(pointerOf('data', position, 'raw_output'), rawOutput);
    if (output !== undefined) place(pointerOf('data', position, 'output'), output);
    const index = indexOf(position);
    return {
      pointer,
      position,
      ...(index !== undefined && { index }),
      ...(rawOutput !== undefined && { rawOutput }),
      ...(output !== undefined && (isObject ? { otherOutput: output } : { output })),
      outputKind: isObject ? 'other' : output === undefined ? 'missing' : 'text',
      ...finish(pointer),
      toolCalls: calls(pointer),
      toolResults: [],
      hasInputs: false,
      hasMessages: false,
      inputsKey: '',
    };
  });
  const hasOneEach = chance(0.3);
  const isWritten = chance(0.1);
  const providers = Array.from({ length: hasOneEach ? size + below(2) : below(4) }, (_, provider) =>
    Array.from({ length: hasOneEach ? (chance(0.9) ? 1 : 0) : below(size + 3) }, (_choice, position) => {
      const base = pointerOf('provider_responses', provider);
      const pointer = isWritten ? base : (`${base}/choices/${position}` as Pointer);
      const parts = chance(0.1) ? [] : Array.from({ length: chance(0.8) ? 1 : 2 + below(4) }, () => pick(own));
      const text = parts.length === 0 ? null : chance(0.1) ? '' : parts.join('');
      const places = parts.map((part, at) =>
        place(`${pointer}/${parts.length === 1 ? 'text' : `parts/${at}/text`}` as Pointer, text === '' ? '' : part),
      );
      const choice: ProviderChoice = {
        pointer,
        position,
        ...(chance(0.5) && { index: chance(0.7) ? position : below(4) }),
        text,
        textPointers: places,
        textKind: text ? 'content' : 'empty',
        toolCalls: calls(pointer),
        ...finish(pointer),
        scanText: (into) => {
          if (text !== null) into.scanText(text);
          return text !== null;
        },
        withFinishReason: () => choice,
      };
      return choice;
    }),
  );
  const unknown: { body: JsonCursor; provider: number }[] = [];
  if (chance(0.2)) {
    for (let more = below(3); more >= 0; more--) {
      const body: JsonValue = { note: pick(own), deep: [{ answer: pick(own) }, pick(own)] };
      const provider = providers.push([]) - 1;
      unknown.push({ body: valueCursor(body, pointerOf('provider_responses', provider)), provider });
    }
  }
  const prompts = chance(0.2) ? ['It is ', ''] : [];
  return { generations, providers, unknown, prompts, load: (pointer) => values.get(pointer) };
}
