// Generations whose text no free choice has: that of a choice which was taken, or a string in a provider response of unknown shape.

import { groupNumbers, TextNumbers } from './lanes.ts';
import { grounds, sharedMatch } from './linkColumns.ts';
import type { LinkInput } from './linkInput.ts';
import type { LinkState } from './linkState.ts';

/** `hasFewerChoices` by generation. With fewer choices than generations, a text that was taken already may be that of others as well. */
export function linkTaken(
  { generations, choices, table }: LinkInput,
  state: LinkState,
  hasFewerChoices: Uint8Array,
): void {
  if (table.choiceCount === 0 || !hasFewerChoices.includes(1)) return;
  const numbers = new TextNumbers();
  const firstOf: number[] = [];
  for (const choice of state.structure.choiceOfRank) {
    for (const texts of [choices.text, choices.stripped]) {
      if (texts.has(choice) && numbers.add(texts, choice) === firstOf.length) firstOf.push(choice);
    }
  }
  state.forOpen((row) => {
    if (hasFewerChoices[row] !== 1) return;
    for (const texts of [generations.rawOutput, generations.output]) {
      const choice = texts.has(row) ? firstOf[numbers.find(texts, row)] : undefined;
      if (choice === undefined) continue;
      state.set(row, { word: 'ambiguous', ground: grounds.takenText, choice, relation: 0, matched: sharedMatch });
      state.setText(row, texts === generations.output, texts.characters(row));
      return;
    }
  });
}

/** Texts that stand somewhere in a provider response of unknown shape. */
export function linkLeaves({ generations, leaves }: LinkInput, state: LinkState): void {
  if (leaves.count === 0) return;
  const numbers = new TextNumbers();
  const groupOf = new Int32Array(leaves.count);
  for (let leaf = 0; leaf < leaves.count; leaf++) groupOf[leaf] = numbers.add(leaves.texts, leaf);
  const { starts, order } = groupNumbers(leaves.count, numbers.count, (leaf) => groupOf[leaf] ?? -1);
  const next = starts.slice();
  state.setLeaves(starts, order);
  state.forOpen((row) => {
    for (const texts of [generations.rawOutput, generations.output]) {
      const group = texts.has(row) ? numbers.find(texts, row) : -1;
      const at = next[group] ?? 0;
      if (group < 0 || at >= (starts[group + 1] ?? 0)) continue;
      next[group] = at + 1;
      const isRepeated = (starts[group + 1] ?? 0) - (starts[group] ?? 0) > 1;
      const word = isRepeated ? 'ambiguous' : 'by text';
      state.setLeaf(row, word, order[at] ?? 0);
      state.setText(row, texts === generations.output, texts.characters(row));
      return;
    }
  });
}
