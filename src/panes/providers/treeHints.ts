// What stands at the right of a tree row: the linked generation, how many tokens are listed, what a usage adds up to, a format.
// Pure; found for the places that are asked about.

import { type Pointer, parentPointer } from '../../json/pointer.ts';
import type { ProviderTable } from '../../response/choices/choiceTable.ts';
import type { Count, Usage } from '../../response/model.ts';
import type { ChoiceRow } from '../../response/rows.ts';
import { linkBits } from '../../response/samples/sampleColumns.ts';
import type { SampleTable } from '../../response/samples/sampleTable.ts';
import type { OpenDocument } from '../../state/documents.ts';
import { providerAt } from '../../state/selection.ts';
import { formatCount, formatWritten, plural } from '../../words/numbers.ts';

export interface TreeHint {
  readonly text?: string;
  /** The generation that is linked to the choice at this place. */
  readonly generation?: { readonly label: string; readonly pointer: Pointer };
  /** The choice at this place is in no generation. */
  readonly isLeftOver?: boolean;
  /** The other generations that share the choice at this place: `also #3, #4`. */
  readonly others?: string;
  /** Where the text of the choice at this place stands. */
  readonly textPointer?: Pointer;
}

/** Members that hold the log probabilities of a choice. */
const tokenKeys: readonly string[] = ['logprobs', 'logprobs_result', 'logprobsResult'];

/** The hints of a document. */
export interface TreeHints {
  get(pointer: Pointer): TreeHint | undefined;
}

export function treeHints(document: OpenDocument): TreeHints {
  const { providers, rows, generationCount } = document;
  // More generations than choices: only then is a choice shared.
  const sharing = generationCount > providers.choiceCount ? sharingByChoice(rows) : undefined;
  const top = document.fields.find((field) => field.key === 'logprobs' && field.kind === 'number')?.preview;
  const response = document.usage?.usage;
  return {
    get(pointer) {
      if (response !== undefined && pointer === response.pointer) return { text: usageSum(response) };
      const provider = providers.at(providerAt(document, pointer) ?? -1);
      if (provider === undefined) return undefined;
      const number = providers.choiceAround(pointer);
      const place = number < 0 ? undefined : providers.choicePointer(number);
      const listed = number < 0 ? -1 : providers.listedTokens(number);
      const isTokens = listed >= 0 && tokenKeys.some((key) => pointer === `${place}/${key}`);
      const choice = place === pointer ? providers.choice(linkedOf(providers, number, pointer)) : undefined;
      const isUsage = provider.usage !== undefined && provider.usage.pointer === pointer;
      // Of a single one the line above the tree says it.
      const isFormat = providers.length > 1 && pointer === provider.pointer;
      if (!isTokens && !isUsage && !isFormat && choice === undefined) return undefined;
      return {
        ...(isFormat && { text: provider.formatLabel }),
        ...(isUsage && provider.usage && { text: usageSum(provider.usage) }),
        ...(choice && choiceHint(document, choice, sharing?.get(pointer) ?? [])),
        ...(isTokens && { text: `${plural(listed, 'token')}${top === undefined ? '' : `, top ${top}`}` }),
      };
    },
  };
}

/** Of several choices at one place the last, unless that is in no generation. */
function linkedOf(providers: ProviderTable, number: number, pointer: Pointer): number {
  return providers.generation(number) >= 0 ? number : providers.choiceAt(pointer, undefined);
}

/** Places of the generations that share a choice with others, by that choice. */
function sharingByChoice(rows: SampleTable): ReadonlyMap<Pointer, readonly number[]> {
  const sharing = new Map<Pointer, number[]>();
  for (const position of rows.positionsWith('linkFlags', linkBits.shared)) {
    const choice = rows.choice(position);
    if (choice === undefined) continue;
    const known = sharing.get(choice);
    if (known === undefined) sharing.set(choice, [position]);
    else known.push(position);
  }
  return sharing;
}

const mostOthers = 3;

function othersText(document: OpenDocument, positions: readonly number[]): string {
  const names = positions.slice(0, mostOthers).map((at) => generationName(document.rows.label(at)));
  const rest = positions.length - names.length;
  return `also ${names.join(', ')}${rest > 0 ? ` and ${formatCount(rest)} more` : ''}`;
}

function choiceHint(document: OpenDocument, choice: ChoiceRow, sharing: readonly number[]): TreeHint {
  const others = sharing.filter((position) => position !== choice.generation);
  const isThere = choice.generation !== undefined && choice.generation < document.rows.length;
  const label = isThere ? document.rows.label(choice.generation) : undefined;
  return {
    ...(choice.generation === undefined && others.length === 0 ? { isLeftOver: true } : {}),
    ...(others.length > 0 ? { others: othersText(document, others) } : {}),
    ...(choice.generation === undefined || label === undefined
      ? {}
      : { generation: { label: generationName(label), pointer: document.rows.pointer(choice.generation) } }),
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

/** `38 + 1,412 = 1,450`, as written, digits in groups; an en dash for a part that the source does not say, and no sum that it does not say. */
export function usageSum(usage: Usage): string {
  const sum = `${written(usage.prompt)} + ${written(usage.generation)}`;
  return usage.total === undefined ? sum : `${sum} = ${written(usage.total)}`;
}

function written(count: Count | undefined): string {
  return count === undefined ? '–' : formatWritten(count.lexeme);
}
