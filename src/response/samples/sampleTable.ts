// The samples of a document in columns, as everything that shows them reads them: single cells without objects, a row as an object when
// somebody looks at it. Immutable: a changed table is another one that shares what is as it was. Knows no worker and no screen.

import { type Pointer, pointerOf } from '../../json/pointer.ts';
import { linkWords } from '../link/linkColumns.ts';
import type { GenerationRow } from '../rows.ts';
import { bitsOf, type ChunkView, codeAt, countAt, hasFlag, numberAt, textAt, utf8At, wordAt } from './chunkCells.ts';
import { type FigureName, figureOf, isNumberFigure } from './figureNames.ts';
import { sameValue } from './sameValue.ts';
import {
  type CodeColumn,
  type Column,
  type CountColumn,
  chunkRows,
  type FlagColumn,
  figureBits,
  flagBits,
  stateBits,
  tokenSources,
} from './sampleColumns.ts';
import type { SampleParts } from './sampleParts.ts';
import { isChoiceAt, labelOf, placeOf, rowOf, tokensOf } from './sampleRow.ts';

/** Rows that are kept as objects, so that one which is looked at again is the same object. */
const mostKept = 2000;
const unlinked = linkWords.indexOf('none');
const estimated = tokenSources.indexOf('estimated');
const nothing: ChunkView = { rowCount: 0, columns: {} };

export class SampleTable {
  readonly length: number;
  readonly parts: SampleParts;
  readonly #kept = new Map<number, GenerationRow>();
  /** Those of the table that this one was made from: a row that has not changed stays the same object. */
  readonly #before: ReadonlyMap<number, GenerationRow> | undefined;

  constructor(parts: SampleParts, before?: SampleTable) {
    this.length = parts.length;
    this.parts = parts;
    this.#before = before && (before.#kept.size > 0 ? before.#kept : before.#before);
  }

  /** The row as an object; undefined where there is none. */
  at(position: number): GenerationRow | undefined {
    const kept = this.#kept.get(position);
    if (kept !== undefined) return kept;
    const made = this.#made(position);
    if (made === undefined) return undefined;
    const before = this.#before?.get(position);
    const row = before !== undefined && sameValue(before, made) ? before : made;
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(position, row);
    return row;
  }

  /** Where it stands: `/data/3`, or the place of its choice. */
  pointer(position: number): Pointer {
    return placeOf(this.#chunk(position), this.parts.words, rowIn(position), position);
  }

  /** It is a choice itself, since the document has no `data`. */
  isChoice(position: number): boolean {
    return isChoiceAt(this.#chunk(position), rowIn(position));
  }

  /** The cells of one column as they are stored, chunk by chunk, for what goes through all rows; `from` is the place of the first row. */
  *cells(name: CodeColumn | CountColumn): Generator<{ readonly from: number; readonly cells: Column['cells'] }> {
    for (const [at, { columns }] of this.parts.chunks.entries()) {
      const cells = columns[name]?.cells;
      if (cells === undefined) continue;
      const from = at * chunkRows;
      yield { from, cells: cells.length > this.length - from ? cells.subarray(0, this.length - from) : cells };
    }
  }

  /** Places of the rows that have this bit; chunks without any are passed over. */
  *positionsWith(name: FlagColumn, bit: number): Generator<number> {
    for (const [at, view] of this.parts.chunks.entries()) {
      if ((bitsOf(view, name) & bit) === 0) continue;
      const from = at * chunkRows;
      const to = Math.min(this.length, from + view.rowCount);
      for (let position = from; position < to; position++) {
        if (hasFlag(view, name, bit, rowIn(position))) yield position;
      }
    }
  }

  /** The first of them; undefined for none. */
  firstWith(name: FlagColumn, bit: number): number | undefined {
    const first = this.positionsWith(name, bit).next();
    return first.done ? undefined : first.value;
  }

  /** Value of `index`. */
  index(position: number): number {
    return numberAt(this.#chunk(position), 'index', rowIn(position));
  }

  count(name: CountColumn, position: number): number {
    return countAt(this.#chunk(position), name, rowIn(position));
  }

  /** Code points of the output. */
  characters(position: number): number {
    return this.count('characters', position);
  }

  words(position: number): number {
    return this.count('words', position);
  }

  toolCallCount(position: number): number {
    return this.count('toolCalls', position) || 0;
  }

  /** Number of the group of equal answers; -1 for none. */
  group(position: number): number {
    const group = this.count('group', position);
    return Number.isNaN(group) ? -1 : group;
  }

  /** Number of its response, where the document holds several; -1 otherwise. */
  response(position: number): number {
    const response = this.count('response', position);
    return Number.isNaN(response) ? -1 : response;
  }

  /** In `outputKinds`. */
  outputKind(position: number): number {
    return codeAt(this.#chunk(position), 'outputKind', rowIn(position));
  }

  /** In `jsonStates`. */
  json(position: number): number {
    return codeAt(this.#chunk(position), 'json', rowIn(position));
  }

  /** In `finishClasses`. */
  finishClass(position: number): number {
    return codeAt(this.#chunk(position), 'finishClass', rowIn(position));
  }

  /** The finish reason as written. */
  finishRaw(position: number): string | undefined {
    return wordAt(this.#chunk(position), 'finish', rowIn(position), this.parts.words);
  }

  tokenCount(position: number): number {
    const taken = this.parts.overlay.taken?.get(position);
    if (taken !== undefined) return taken.tokens?.count ?? Number.NaN;
    return this.#estimate(position) ?? numberAt(this.#chunk(position), 'tokens', rowIn(position));
  }

  /** In `tokenSources`. */
  tokenSource(position: number): number {
    const taken = this.parts.overlay.taken?.get(position);
    if (taken !== undefined) return taken.tokens === undefined ? -1 : tokenSources.indexOf(taken.tokens.from);
    if (this.#estimate(position) !== undefined) return estimated;
    return codeAt(this.#chunk(position), 'tokenSource', rowIn(position));
  }

  /** How many tokens, who says so and where. */
  tokens(position: number): GenerationRow['tokens'] {
    const { words, overlay } = this.parts;
    const taken = overlay.taken?.get(position);
    if (taken !== undefined) return taken.tokens;
    return this.#estimated(position) ?? tokensOf(this.#chunk(position), words, rowIn(position));
  }

  figure(name: FigureName, position: number): number {
    const taken = this.parts.overlay.taken?.get(position);
    if (taken !== undefined) return figureOf(taken.logprobs, name) ?? Number.NaN;
    const view = this.#chunk(position);
    return isNumberFigure(name) ? numberAt(view, name, rowIn(position)) : countAt(view, name, rowIn(position));
  }

  /** In `linkWords`. */
  linkWord(position: number): number {
    const taken = this.parts.overlay.taken?.get(position);
    if (taken !== undefined) return taken.link === undefined ? -1 : linkWords.indexOf(taken.link.word);
    return codeAt(this.#chunk(position), 'linkWord', rowIn(position));
  }

  /** The choice that it came from. */
  choice(position: number): Pointer | undefined {
    const taken = this.parts.overlay.taken?.get(position);
    if (taken !== undefined) return taken.link?.choice;
    return position < this.length ? this.parts.links?.place(position) : undefined;
  }

  /** Whether it is linked to a choice. */
  hasChoice(position: number): boolean {
    const taken = this.parts.overlay.taken?.get(position);
    if (taken !== undefined) return taken.link?.choice !== undefined;
    return this.linkWord(position) > unlinked;
  }

  /** The tokens of the prompt stand among those that are listed. */
  isPromptAmong(position: number): boolean {
    const taken = this.parts.overlay.taken?.get(position);
    if (taken !== undefined) return taken.logprobs?.isPromptAmong ?? false;
    return hasFlag(this.#chunk(position), 'figureFlags', figureBits.promptAmong, rowIn(position));
  }

  /** Of its worst issue: 0 for an error, 1 for a warning, 2 for an info, -1 for none. */
  severity(position: number): number {
    return severities.findIndex((name) => this.count(name, position) > 0);
  }

  isBroken(position: number): boolean {
    return hasFlag(this.#chunk(position), 'flags', flagBits.broken, rowIn(position));
  }

  isChecked(position: number): boolean {
    return hasFlag(this.#chunk(position), 'state', stateBits.checked, rowIn(position));
  }

  hasMessages(position: number): boolean {
    return hasFlag(this.#chunk(position), 'flags', flagBits.messages, rowIn(position));
  }

  label(position: number): string {
    return labelOf(this.#chunk(position), rowIn(position), position);
  }

  preview(position: number): string {
    return textAt(this.#chunk(position), 'preview', rowIn(position)) ?? '';
  }

  /** Where its preview lies as UTF-8; undefined where it is not held as that. */
  previewPlace(
    position: number,
  ): { readonly bytes: Uint8Array; readonly from: number; readonly length: number } | undefined {
    return utf8At(this.#chunk(position), 'preview', rowIn(position));
  }

  isPreviewWhole(position: number): boolean {
    return hasFlag(this.#chunk(position), 'flags', flagBits.previewWhole, rowIn(position));
  }

  id(position: number): string | undefined {
    return textAt(this.#chunk(position), 'id', rowIn(position));
  }

  /** Why it ended, as written. */
  finish(position: number): string | undefined {
    return wordAt(this.#chunk(position), 'finish', rowIn(position), this.parts.words);
  }

  modelConfigId(position: number): string | undefined {
    return wordAt(this.#chunk(position), 'model', rowIn(position), this.parts.words);
  }

  #chunk(position: number): ChunkView {
    return position < this.length ? (this.parts.chunks[chunkOf(position)] ?? nothing) : nothing;
  }

  /** Estimated tokens, where they are in force: an output that nothing counts, and whole. */
  #estimate(position: number): number | undefined {
    const { estimates } = this.parts.overlay;
    if (estimates === undefined || this.isBroken(position)) return undefined;
    const source = codeAt(this.#chunk(position), 'tokenSource', rowIn(position));
    return source === -1 || source === estimated ? estimates.counts.get(position) : undefined;
  }

  #made(position: number): GenerationRow | undefined {
    const { words, overlay, links } = this.parts;
    const found = rowOf(this.#chunk(position), words, rowIn(position), position, links?.at(position));
    if (found === undefined) return undefined;
    const taken = overlay.taken?.get(position);
    if (taken !== undefined) {
      const { link: _link, tokens: _tokens, logprobs: _logprobs, ...rest } = found;
      return { ...rest, ...taken };
    }
    const estimated = this.#estimated(position);
    return estimated === undefined ? found : { ...found, tokens: estimated };
  }

  /** As tokens of a row. */
  #estimated(position: number): GenerationRow['tokens'] {
    const count = this.#estimate(position);
    const { estimates } = this.parts.overlay;
    if (count === undefined || estimates === undefined) return undefined;
    const pointer = this.isChoice(position) ? this.pointer(position) : pointerOf('data', position, 'output');
    return { count, from: 'estimated', encoding: estimates.encoding, pointer };
  }
}

const severities = ['errors', 'warnings', 'infos'] as const;

function chunkOf(position: number): number {
  return Math.floor(position / chunkRows);
}

function rowIn(position: number): number {
  return position % chunkRows;
}
