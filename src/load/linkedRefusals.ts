// What linked choices refuse, where their generations say nothing themselves: the group of equal answers is another one then. Runs in the worker.

import { type AnswerGroups, renumbered } from '../analysis/distinct.ts';
import type { JsonDocument } from '../json/document.ts';
import type { Pointer } from '../json/pointer.ts';
import type { ProviderTable } from '../response/choices/choiceTable.ts';
import type { Generation } from '../response/model.ts';
import type { SampleWriter } from '../response/samples/sampleWriter.ts';
import type { LinkedRefusals } from './answers.ts';
import { stringAt } from './textAt.ts';

/** What is known of a generation that says nothing. */
export type Silent = Pick<Generation, 'output' | 'outputKind'>;

/** `silent`: by position. Writes groups; undefined where no choice of theirs refuses. */
export function readRefusals(
  document: JsonDocument,
  providers: ProviderTable,
  silent: ReadonlyMap<number, Silent>,
  { samples, count }: { readonly samples: SampleWriter; readonly count: number },
  answers: AnswerGroups,
): { readonly refusals: LinkedRefusals; readonly distinctCount: number } | undefined {
  const refusals = new Map<number, readonly Pointer[]>();
  for (let choice = 0; choice < providers.choiceCount; choice++) {
    const generation = providers.generation(choice);
    const own = silent.get(generation);
    const places = own && providers.choice(choice)?.refusalPlaces;
    if (own === undefined || places === undefined) continue;
    refusals.set(generation, places);
    const refusal = places.map((place) => stringAt(document, place) ?? '').join('');
    const group = answers.add({ ...own, toolCalls: [], refusal });
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
