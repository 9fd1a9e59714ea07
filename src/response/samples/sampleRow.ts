// One row of the table of samples as an object, for whoever looks at it. Must not be called for all rows.

import { childPointer, type Pointer, pointerOf } from '../../json/pointer.ts';
import type { FinishReason, Link } from '../model.ts';
import type { CutName, GenerationRow, SeverityCounts } from '../rows.ts';
import type { TokenFigures } from '../tokens/token.ts';
import {
  type ChunkView,
  codeAt,
  countAt,
  hasFlag,
  numberAt,
  placeAt,
  textAt,
  type Words,
  wordAt,
} from './chunkCells.ts';
import { placeWidth } from './placeCells.ts';
import {
  figureBits,
  finishClasses,
  flagBits,
  jsonStates,
  outputKinds,
  stateBits,
  tokenSources,
} from './sampleColumns.ts';

/** The row at `position`, `row` of its chunk, with its link; undefined where none was written. */
export function rowOf(
  view: ChunkView,
  words: Words,
  row: number,
  position: number,
  link: Link | undefined,
): GenerationRow | undefined {
  const outputKind = outputKinds[codeAt(view, 'outputKind', row)];
  if (outputKind === undefined) return undefined;
  const pointer = placeOf(view, words, row, position);
  const flag = (bit: number) => hasFlag(view, 'flags', bit, row);
  const cut = cutNames.filter((name) => flag(flagBits[`${name}Cut`]));
  return {
    pointer,
    ...(isChoiceAt(view, row) && { isChoice: true }),
    position,
    ...known('index', numberAt(view, 'index', row)),
    label: labelOf(view, row, position),
    ...some('id', textAt(view, 'id', row)),
    ...some('modelConfigId', wordAt(view, 'model', row, words)),
    preview: textAt(view, 'preview', row) ?? '',
    isPreviewWhole: flag(flagBits.previewWhole),
    outputKind,
    ...some('json', jsonStates[codeAt(view, 'json', row)]),
    ...known('characters', countAt(view, 'characters', row)),
    ...known('words', countAt(view, 'words', row)),
    ...some('finishReason', finishOf(view, words, row, pointer)),
    ...some('tokens', tokensOf(view, words, row)),
    ...some('logprobs', figuresAt(view, words, row)),
    ...some('calls', textAt(view, 'calls', row)),
    toolCallCount: countAt(view, 'toolCalls', row) || 0,
    toolResultCount: countAt(view, 'toolResults', row) || 0,
    hasInputs: flag(flagBits.inputs),
    hasMessages: flag(flagBits.messages),
    ...some('link', link),
    ...known('group', countAt(view, 'group', row)),
    ...known('response', countAt(view, 'response', row)),
    ...known('prompt', countAt(view, 'prompt', row)),
    issues: issuesOf(view, row),
    isChecked: hasFlag(view, 'state', stateBits.checked, row),
    isBroken: flag(flagBits.broken),
    ...(cut.length > 0 && { cut }),
  };
}

/** It does not stand in `data`. */
export function isChoiceAt({ columns }: ChunkView, row: number): boolean {
  return (columns.ownPlace?.cells[row * placeWidth] ?? 0) !== 0;
}

/** Where the sample stands. */
export function placeOf(view: ChunkView, words: Words, row: number, position: number): Pointer {
  return placeAt(view, 'ownPlace', row, words) ?? pointerOf('data', position);
}

const cutNames: readonly CutName[] = ['id', 'model', 'finish'];

/** The name of a row, as it stands: `3`, `data[3]`. */
export function labelOf(view: ChunkView, row: number, position: number): string {
  if (hasFlag(view, 'state', stateBits.namedByPlace, row)) return `data[${position}]`;
  if (hasFlag(view, 'state', stateBits.namedByIndex, row)) return String(numberAt(view, 'index', row));
  return textAt(view, 'label', row) ?? `data[${position}]`;
}

function issuesOf(view: ChunkView, row: number): SeverityCounts {
  return {
    error: countAt(view, 'errors', row) || 0,
    warning: countAt(view, 'warnings', row) || 0,
    info: countAt(view, 'infos', row) || 0,
  };
}

function finishOf(view: ChunkView, words: Words, row: number, generation: Pointer): FinishReason | undefined {
  const raw = wordAt(view, 'finish', row, words);
  const known = finishClasses[codeAt(view, 'finishClass', row)];
  if (raw === undefined || known === undefined) return undefined;
  const pointer = placeAt(view, 'finishPlace', row, words) ?? childPointer(generation, 'finish_reason');
  return { raw, class: known, pointer };
}

export function tokensOf(view: ChunkView, words: Words, row: number): GenerationRow['tokens'] {
  const from = tokenSources[codeAt(view, 'tokenSource', row)];
  const pointer = placeAt(view, 'tokenPlace', row, words);
  if (from === undefined || pointer === undefined) return undefined;
  return {
    count: numberAt(view, 'tokens', row),
    from,
    ...some('encoding', wordAt(view, 'encoding', row, words)),
    pointer,
  };
}

function figuresAt(view: ChunkView, words: Words, row: number): TokenFigures | undefined {
  const count = countAt(view, 'listed', row);
  if (Number.isNaN(count)) return undefined;
  const leftOut = {
    ...known('prompt', countAt(view, 'leftPrompt', row)),
    ...known('afterStop', countAt(view, 'leftAfterStop', row)),
    ...known('special', countAt(view, 'leftSpecial', row)),
    ...known('unusable', countAt(view, 'leftUnusable', row)),
  };
  const lowest = placeAt(view, 'lowestPlace', row, words);
  const window = placeAt(view, 'windowPlace', row, words);
  return {
    count,
    usable: countAt(view, 'usable', row) || 0,
    ...(Object.keys(leftOut).length > 0 && { leftOut }),
    ...(hasFlag(view, 'figureFlags', figureBits.promptAmong, row) && { isPromptAmong: true }),
    ...known('mean', numberAt(view, 'mean', row)),
    ...known('total', numberAt(view, 'total', row)),
    ...(lowest !== undefined && {
      lowest: {
        logprob: numberAt(view, 'lowest', row),
        text: textAt(view, 'lowestText', row) ?? '',
        pointer: lowest,
      },
    }),
    ...(window !== undefined && {
      window: {
        mean: numberAt(view, 'windowMean', row),
        length: countAt(view, 'windowLength', row) || 0,
        pointer: window,
      },
    }),
    ...known('below', countAt(view, 'below', row)),
  };
}

function known<Name extends string>(name: Name, value: number): { readonly [Key in Name]?: number } {
  return Number.isNaN(value) ? {} : ({ [name]: value } as { readonly [Key in Name]: number });
}

function some<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [Key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [Key in Name]: Value });
}
