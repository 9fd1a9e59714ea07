// Generations and choices in any order must be linked to the same texts. Works on keys of texts; loads nothing.
import { pointerKeys, pointerOf } from '../../src/json/pointer.ts';
import type { Generation } from '../../src/response/model.ts';
import type { ProviderChoice } from '../../src/response/provider/reading.ts';
import { pyStrip } from '../../src/response/pythonStrip.ts';
import { linkWorld } from '../fixtures/linkWorld.ts';
import { seededRandom } from '../seededRandom.ts';

export const shuffles = 200;

/**
 * Shuffles generations and choices `shuffles` times each, with seeds, and links them. Every generation with a text must
 * get a choice with the same text, every choice at most one generation. Gives the seeds that failed, with what went wrong.
 */
export function failedShuffles(choices: readonly ProviderChoice[]): readonly string[] {
  const failed: string[] = [];
  for (let seed = 1; seed <= shuffles; seed++) {
    for (const which of ['generations', 'choices', 'both'] as const) {
      const random = seededRandom(seed);
      const generationOrder = shuffled(choices.length, which === 'choices' ? undefined : random);
      const choiceOrder = shuffled(choices.length, which === 'generations' ? undefined : random);
      const problem = linkProblem(choices, generationOrder, choiceOrder);
      if (problem !== undefined) failed.push(`seed ${seed}, ${which}: ${problem}`);
    }
  }
  return failed;
}

/** What linking needs of a choice, as members of its own: those of a choice that was read are found when they are asked for. */
export function plainChoice(choice: ProviderChoice): ProviderChoice {
  const { pointer, position, index, text, textPointers, textKind, toolCalls, finishReason } = choice;
  return {
    pointer,
    position,
    ...(index !== undefined && { index }),
    text,
    textPointers,
    textKind,
    toolCalls,
    ...(finishReason && { finishReason }),
    scanText: (into) => {
      if (text !== null) into.scanText(text);
      return text !== null;
    },
    withFinishReason: () => choice,
  };
}

function linkProblem(
  choices: readonly ProviderChoice[],
  generationOrder: readonly number[],
  choiceOrder: readonly number[],
): string | undefined {
  const textOf = (at: number | undefined): string => choices[at ?? -1]?.text ?? '';
  const generations = generationOrder.map((from, position): Generation => {
    const rawOutput = textOf(from);
    return {
      pointer: pointerOf('data', position),
      position,
      index: choices[from]?.index ?? from,
      output: pyStrip(rawOutput).text,
      outputKind: 'text',
      rawOutput,
      toolCalls: choices[from]?.toolCalls ?? [],
      toolResults: [],
      hasInputs: false,
      hasMessages: false,
      inputsKey: '',
    };
  });
  const listed = choiceOrder.map((from, position): ProviderChoice => {
    const choice = choices[from] as ProviderChoice;
    const pointer = pointerOf('provider_responses', 0, 'choices', position);
    return { ...plainChoice(choice), pointer, position, index: choice.index ?? from };
  });
  const { links, generationOfChoice } = linkWorld({ generations, providers: [listed], load: () => '' });
  for (const [position, { choice, word }] of links.entries()) {
    const text = textOf(generationOrder[position]);
    const at = choice === undefined ? -1 : Number(pointerKeys(choice).at(-1));
    if (text !== '' && textOf(choiceOrder[at]) !== text) return `generation ${position} got another text (${word})`;
    if (choice === undefined) return `generation ${position} has no choice`;
  }
  const used = generationOfChoice.filter((generation) => generation !== undefined);
  if (new Set(used).size !== choices.length) return 'a choice has two generations or none';
  return undefined;
}

/** The numbers from 0 in an order of its own; in their own order without a source of randomness. */
function shuffled(length: number, random: (() => number) | undefined): number[] {
  const order = Array.from({ length }, (_, at) => at);
  if (random === undefined) return order;
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}
