// What checks of the whole response ask of choices and of links: read from columns when somebody asks. Knows no check.

import type { Pointer } from '../../json/pointer.ts';
import { textKinds } from '../choices/choiceColumns.ts';
import type { ProviderTable } from '../choices/choiceTable.ts';
import type { Links } from '../link/links.ts';
import type { FinishReason, Link, LinkWord } from '../model.ts';
import type { TextKind } from '../provider/reading.ts';

/** What is kept of the tokens that a choice lists. */
export interface ListedTokens {
  readonly pointer: Pointer;
  /** Those of the answer; absent where nobody knows which they are. */
  readonly generated?: number;
}

/** By number of a choice. */
export interface ChoiceFacts {
  readonly table: ProviderTable;
  /** Numbers `[from, to)` are those of this response. */
  readonly from: number;
  readonly to: number;
  /** Undefined where it lists none. */
  tokens(choice: number): ListedTokens | undefined;
  /** Tokens of this choice as the provider states them. */
  statedTokens(choice: number): number | undefined;
}

/** By place in `data`. */
export interface LinkFacts {
  /** Undefined where no link was looked for. */
  word(position: number): LinkWord | undefined;
  /** Number of the choice at the other end; −1 for none. */
  choice(position: number): number;
  /** The texts are equal but for an end of one. */
  hasDifference(position: number): boolean;
  /** With its sentence. */
  link(position: number): Link | undefined;
}

/** Links that were found. `choiceOf`: by place in `data` the choice that is linked to it and not only shared with it, −1 for none. */
export class FoundLinkFacts implements LinkFacts {
  readonly #links: Links;
  readonly #table: ProviderTable;
  readonly #choiceOf: Int32Array;

  constructor(links: Links, table: ProviderTable, choiceOf: Int32Array) {
    this.#links = links;
    this.#table = table;
    this.#choiceOf = choiceOf;
  }

  word(position: number): LinkWord | undefined {
    return position < this.#links.length ? this.#links.word(position) : undefined;
  }

  choice(position: number): number {
    const own = this.#choiceOf[position] ?? -1;
    if (own >= 0) return own;
    const shared = this.#links.choice(position);
    return shared < 0 ? -1 : this.#table.choiceAround(this.#table.choicePointer(shared));
  }

  hasDifference(position: number): boolean {
    return (this.#links.columns.differences[position] ?? 0) !== 0;
  }

  link(position: number): Link | undefined {
    return this.#links.at(position);
  }
}

export function textKindOf(table: ProviderTable, choice: number): TextKind | undefined {
  return choice < 0 ? undefined : textKinds[table.textKindCode(choice)];
}

export function finishReasonOf(table: ProviderTable, choice: number): FinishReason | undefined {
  return choice < 0 ? undefined : table.finishReason(choice);
}
