// What stands at the right of a tree row: the linked generation, how many tokens are listed, what a usage adds up to, a format.
// Pure; built once per document.

import { childPointer, type Pointer, parentPointer, pointerOf } from '../../json/pointer.ts';
import type { Count, Usage } from '../../response/model.ts';
import type { ChoiceRow } from '../../response/report.ts';
import type { OpenDocument } from '../../state/documents.ts';
import { plural } from '../../state/wording.ts';

export interface TreeHint {
  readonly text?: string;
  /** The generation that is linked to the choice at this place. */
  readonly generation?: { readonly label: string; readonly pointer: Pointer };
  /** Where the text of the choice at this place stands. */
  readonly textPointer?: Pointer;
}

/** Members that hold the log probabilities of a choice. */
const tokenKeys = ['logprobs', 'logprobs_result', 'logprobsResult'] as const;

/** The hints of a document by pointer. */
export function treeHints(document: OpenDocument): ReadonlyMap<Pointer, TreeHint> {
  const hints = new Map<Pointer, TreeHint>();
  const add = (pointer: Pointer, hint: TreeHint): void => {
    hints.set(pointer, { ...hints.get(pointer), ...hint });
  };
  const top = document.fields.find((field) => field.key === 'logprobs' && field.kind === 'number')?.preview;
  for (const provider of document.providers) {
    // Of a single one the line above the tree says it.
    if (document.providers.length > 1) add(provider.pointer, { text: provider.formatLabel });
    if (provider.usage) add(provider.usage.pointer, { text: usageSum(provider.usage) });
    for (const choice of provider.choices) {
      add(choice.pointer, choiceHint(document, choice));
      if (choice.listedTokenCount === undefined) continue;
      const tokens = plural(choice.listedTokenCount, 'token');
      const text = top === undefined ? tokens : `${tokens}, top ${top}`;
      for (const key of tokenKeys) add(childPointer(choice.pointer, key), { text });
    }
  }
  for (const row of document.usage) {
    if (row.source === 'response' && row.usage) add(row.usage.pointer, { text: usageSum(row.usage) });
  }
  return hints;
}

function choiceHint(document: OpenDocument, choice: ChoiceRow): TreeHint {
  const label = choice.generation === undefined ? undefined : document.rows[choice.generation]?.label;
  return {
    ...(choice.generation === undefined || label === undefined
      ? {}
      : { generation: { label: generationName(label), pointer: pointerOf('data', choice.generation) } }),
    // A text that stands right at the choice's place is shown there anyway.
    ...(choice.textPointer === undefined || parentPointer(choice.textPointer) === undefined
      ? {}
      : { textPointer: choice.textPointer }),
  };
}

/** `#4` for an index; `data[3]` says by itself what it is. */
export function generationName(label: string): string {
  return /^-?\d/.test(label) ? `#${label}` : label;
}

/** `38 + 412 = 450`, as written; an en dash for a part that the source does not say, and no sum that it does not say. */
export function usageSum(usage: Usage): string {
  const sum = `${lexeme(usage.prompt)} + ${lexeme(usage.generation)}`;
  return usage.total === undefined ? sum : `${sum} = ${usage.total.lexeme}`;
}

function lexeme(count: Count | undefined): string {
  return count?.lexeme ?? '–';
}
