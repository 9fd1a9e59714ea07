// The responses of a document: one as a rule, or several that were composed, each with its root, its request, its checks and its ranges of the lists.
// Runs in the worker.

import type { ComposedEntry } from '../intake/compose.ts';
import type { JsonCursor } from '../json/cursor.ts';
import type { JsonDocument } from '../json/document.ts';
import type { CheckContext } from '../response/checks/check.ts';
import { GenerationFacts } from '../response/checks/generationFacts.ts';
import { createResponseChecks, type ResponseChecks } from '../response/checks/responseChecks.ts';
import { isBareResponse } from '../response/isBare.ts';
import { isChatResponse } from '../response/isChat.ts';
import { KnownShapes } from '../response/knownShapes.ts';
import { readRequest } from '../response/request.ts';
import { partRoot } from './partRoot.ts';

export interface ResponsePart {
  /** Among all; 0 for the only one. */
  readonly number: number;
  readonly root: JsonCursor;
  readonly context: CheckContext;
  readonly checks: ResponseChecks;
  /** It has no `data`: the choices of its provider responses are its samples. */
  readonly isOfChoices: boolean;
  /** `[from, to)` of the lists; without an end for the only one. */
  readonly data: readonly [from: number, to: number];
  readonly providers: readonly [from: number, to: number];
}

/** What the contexts of all have in common. */
type Common = Pick<CheckContext, 'isWhole' | 'isStreamPiece' | 'now' | 'inputs'>;

const all = [0, Number.POSITIVE_INFINITY] as const;

export class ResponseParts {
  readonly list: readonly ResponsePart[];

  /** `isRelative`, `isOfChoices`: of the only one; `entries` say it of several. */
  constructor(
    document: JsonDocument,
    root: JsonCursor,
    entries: readonly ComposedEntry[] | undefined,
    common: Common,
    only: { readonly isRelative: boolean; readonly isOfChoices: boolean },
  ) {
    // What a shape was found to be holds for one schema.
    const shapesOf = new Map<string, KnownShapes>();
    const part = (
      number: number,
      own: JsonCursor,
      { isRelative, isOfChoices }: typeof only,
      ranges: Pick<ResponsePart, 'data' | 'providers'>,
    ): ResponsePart => {
      const isChat = isChatResponse(own);
      const schema = `${isChat} ${isRelative}`;
      const shapes = shapesOf.get(schema) ?? new KnownShapes(isRelative);
      shapesOf.set(schema, shapes);
      const context: CheckContext = {
        ...common,
        isChat,
        isRelative,
        isBare: isOfChoices && isBareResponse(own),
        request: readRequest(own),
        shapes,
      };
      const [first, end] = ranges.data;
      const facts =
        end === Number.POSITIVE_INFINITY ? new GenerationFacts() : new GenerationFacts(first, end - first + 1);
      const checks = createResponseChecks(own, context, facts);
      return { number, root: own, context, checks, isOfChoices, data: ranges.data, providers: ranges.providers };
    };
    this.list =
      entries === undefined
        ? [part(0, root, only, { data: all, providers: all })]
        : entries.map((entry, number) =>
            part(
              number,
              partRoot(document, number, entry),
              { isRelative: entry.isRelative === true, isOfChoices: !entry.hasData },
              entry,
            ),
          );
  }

  get isSeveral(): boolean {
    return this.list.length > 1;
  }

  /** The response that an item belongs to; the first for what belongs to none. */
  of(list: 'data' | 'providers', position: number): ResponsePart {
    let low = 0;
    let high = this.list.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (position < (this.list[middle]?.[list][1] ?? 0)) high = middle;
      else low = middle + 1;
    }
    return this.list[low] as ResponsePart;
  }

  /** The response that an item belongs to. Items are asked for in their order. */
  walk(list: 'data' | 'providers'): (position: number) => ResponsePart {
    let at = 0;
    return (position) => {
      while (at + 1 < this.list.length && position >= (this.list[at]?.[list][1] ?? 0)) at++;
      return this.list[at] as ResponsePart;
    };
  }
}
