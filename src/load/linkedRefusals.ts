// What linked choices refuse, where their generations say nothing themselves: the group of equal answers is another one then. Runs in the worker.

import { type AnswerGroups, renumbered } from '../analysis/distinct.ts';
import { documentCursor } from '../json/byteCursor.ts';
import type { JsonDocument } from '../json/document.ts';
import { type Pointer, pointerOf } from '../json/pointer.ts';
import type { ProviderTable } from '../response/choices/choiceTable.ts';
import { readGeneration } from '../response/generation.ts';
import { firstIndex } from '../response/issues/firstIndex.ts';
import type { NumberList } from '../response/issues/numberList.ts';
import type { SampleWriter } from '../response/samples/sampleWriter.ts';
import type { LinkedRefusals } from './answers.ts';
import { stringAt } from './textAt.ts';

/** `silent`: positions of the generations that say nothing, ascending. Writes groups; undefined where no choice of theirs refuses. */
export function readRefusals(
  document: JsonDocument,
  providers: ProviderTable,
  silent: NumberList,
  { samples, count }: { readonly samples: SampleWriter; readonly count: number },
  answers: AnswerGroups,
): { readonly refusals: LinkedRefusals; readonly distinctCount: number } | undefined {
  const refusals = new Map<number, readonly Pointer[]>();
  for (let choice = 0; choice < providers.choiceCount && silent.length > 0; choice++) {
    const generation = providers.generation(choice);
    const at = firstIndex(silent.length, (place) => silent.at(place) >= generation);
    if (at === silent.length || silent.at(at) !== generation) continue;
    const places = providers.choice(choice)?.refusalPlaces;
    const own = places && documentCursor(document, pointerOf('data', generation));
    if (own === undefined || places === undefined) continue;
    refusals.set(generation, places);
    const refusal = places.map((place) => stringAt(document, place) ?? '').join('');
    const { output, outputKind } = readGeneration(own, generation);
    const said = { ...(output !== undefined && { output }), outputKind, toolCalls: [], refusal };
    const group = answers.add(said);
    if (group !== undefined) samples.setCount('group', generation, group);
  }
  if (refusals.size === 0) return undefined;
  const read = samples.table();
  const told = Array.from({ length: count }, (_, position) => read.group(position));
  const { groups, count: distinctCount } = renumbered(told.map((group) => (group < 0 ? undefined : group)));
  groups.forEach((group, position) => {
    if (group !== undefined) samples.setCount('group', position, group);
  });
  return { refusals, distinctCount };
}
