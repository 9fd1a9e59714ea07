// Works out ahead of need what Compare shows first when all generations are chosen. Knows the
// tabs "Consensus" and "Aligned" and what they wait for.

import type { DocumentQuestions } from '../../analysis/order/orderRequest.ts';
import type { Tasks } from '../../analysis/tasks.ts';
import type { SampleTable } from '../../response/samples/sampleTable.ts';
import { giveAnswer } from '../../state/answer.ts';
import type { View } from '../../state/view.ts';
import { alignable, alignOptions, groupsOf } from './aligned/alignable.ts';
import { mostColumns } from './columnGroups.ts';
import { askSaid, comparedOf, deadlineMs, nearnessInput, saidKey, withFirst } from './comparedOutputs.ts';
import { readable } from './consensus/readable.ts';

/** Characters of all outputs: more is worth neither the time nor the memory before anybody has asked. */
const mostCharacters = 800_000;

/** `rows`: all of a document that is complete. Does nothing where they are too many or too long. Rejects with what stopped the work. */
export async function prepareComparison(
  rows: SampleTable,
  { granularity, ignored }: Pick<View, 'granularity' | 'ignored'>,
  questions: DocumentQuestions,
  tasks: Tasks,
): Promise<void> {
  if (rows.length < 2 || rows.length > mostColumns) return;
  const positions = Array.from({ length: rows.length }, (_, position) => position);
  if (positions.reduce((sum, position) => sum + (rows.characters(position) || 0), 0) > mostCharacters) return;
  const said = await askSaid(questions, positions);
  giveAnswer(questions, saidKey(positions), said);
  const compared = comparedOf(withFirst(said, 0), rows);
  const { places } = readable(compared);
  const read = { texts: places.map((place) => compared.texts[place] ?? '') };
  const reading = places.length < 3 ? undefined : tasks.run('consensus', read, { deadlineMs });
  const texts = alignable(compared, groupsOf(compared)).map((place) => compared.texts[place] ?? '');
  const nearness = nearnessInput(said, undefined).task;
  await Promise.all([
    reading,
    nearness && tasks.run('nearness', nearness, { deadlineMs }),
    texts.length < 2
      ? undefined
      : tasks.run('align', { texts, options: alignOptions(granularity, ignored) }, { deadlineMs }),
  ]);
}
