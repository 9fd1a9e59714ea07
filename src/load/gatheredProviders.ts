// What is gathered of the provider responses one after the other, until links are known: rows, facts, keys of texts, issues.
// Texts and tokens are let go of with each response.

import { providerRow, tokensOfChoice } from '../analysis/rows.ts';
import type { JsonCursor } from '../json/cursor.ts';
import type { ChoiceFacts, LinkedFacts, LinkFacts, ProviderFacts } from '../response/checks/check.ts';
import { linkableLeaves } from '../response/link/leaves.ts';
import type { LinkResult } from '../response/link/link.ts';
import { type LinkableChoice, type LinkableText, linkableChoice } from '../response/link/linkable.ts';
import type { Issue, Link } from '../response/model.ts';
import { readProvider } from '../response/provider/read.ts';
import type { ProviderChoice } from '../response/provider/reading.ts';
import type { RequestFacts } from '../response/request.ts';
import type { ChoiceRow, GenerationRow, ProviderRow } from '../response/rows.ts';
import { tokenContext } from './choiceTokens.ts';
import { tokensAtLoad } from './tokensAtLoad.ts';

/** What a row of a generation takes from its linked choice. */
export type FromChoice = Pick<GenerationRow, 'tokens' | 'logprobs'>;

export class GatheredProviders {
  readonly choices: LinkableChoice[] = [];
  readonly leaves: LinkableText[] = [];
  readonly issues: Issue[] = [];
  readonly #request: RequestFacts;
  #rows: ProviderRow[] = [];
  #facts: ProviderFacts[] = [];
  readonly #fromChoice: FromChoice[] = [];

  constructor(request: RequestFacts) {
    this.#request = request;
  }

  get rows(): readonly ProviderRow[] {
    return this.#rows;
  }

  /** Reads the response at place `position` of `provider_responses`. */
  add(cursor: JsonCursor, position: number): void {
    const { pointer } = cursor;
    const read = readProvider(cursor);
    const { reading, format } = read;
    const { usage, billed, error, blocked, model, created, choices } = reading;
    const counted = { ...(usage && { usage }), choiceCount: choices.length };
    const context = tokenContext(reading, this.#request);
    if (format === 'unknown') for (const leaf of linkableLeaves(cursor)) this.leaves.push(leaf);
    const facts = choices.map((choice): ChoiceFacts => {
      const tokens = tokensAtLoad(choice, context, this.#request);
      if (tokens) for (const issue of tokens.issues) this.issues.push(issue);
      const stated = tokensOfChoice(choice, counted);
      this.choices.push(linkableChoice(choice, position));
      this.#fromChoice.push({
        ...(stated && { tokens: stated }),
        ...(tokens && { logprobs: tokens.figures }),
      });
      return {
        ...choiceFacts(choice),
        ...(stated?.from === 'provider' && { statedTokens: stated.count }),
        ...(tokens && { tokens: tokens.facts }),
      };
    });
    this.#rows.push(providerRow(read, pointer, position));
    this.#facts.push({
      pointer,
      position,
      format,
      ...(usage && { usage }),
      ...(billed && { billed }),
      ...(error && { error }),
      ...(blocked && { blocked }),
      ...(model && { model }),
      ...(created && { created }),
      choices: facts,
    });
  }

  /** Notes in every choice which generation is linked to it; `linkOf` gives the link of a place in `data`. */
  link(result: LinkResult, linkOf: (position: number) => Link | undefined): LinkedProviders {
    const { generationOfChoice, ambiguous } = result;
    let at = 0;
    const fromChoice = new Map<number, FromChoice>();
    const ends = new Map<number, { readonly choice: ChoiceFacts; readonly provider: ProviderFacts }>();
    this.#facts = this.#facts.map((provider, place) => {
      const row = this.#rows[place];
      const first = at;
      const choices = provider.choices.map((choice): ChoiceFacts => {
        const generation = generationOfChoice[at];
        const own = this.#fromChoice[at++];
        if (generation === undefined) return choice;
        if (own) fromChoice.set(generation, own);
        return { ...choice, generation };
      });
      if (row) {
        const linked = row.choices.map((choice, k): ChoiceRow => {
          const generation = generationOfChoice[first + k];
          return generation === undefined ? choice : { ...choice, generation };
        });
        this.#rows[place] = { ...row, choices: linked };
      }
      return { ...provider, choices };
    });
    const byPointer = new Map<string, { readonly choice: ChoiceFacts; readonly provider: ProviderFacts }>();
    for (const provider of this.#facts) {
      for (const choice of provider.choices) {
        byPointer.set(choice.pointer, { choice, provider });
        if (choice.generation !== undefined) ends.set(choice.generation, { choice, provider });
      }
    }
    return {
      providers: this.#facts,
      ambiguous,
      fromChoice,
      linkOf(position): LinkFacts | undefined {
        const link = linkOf(position);
        return link && { link, ...(ends.get(position) ?? byPointer.get(link.choice ?? '')) };
      },
    };
  }
}

export interface LinkedProviders extends LinkedFacts {
  /** By place in `data`. */
  readonly fromChoice: ReadonlyMap<number, FromChoice>;
}

function choiceFacts(choice: ProviderChoice): ChoiceFacts {
  const { pointer, position, index, text, textKind, textPointers, finishReason, toolCalls } = choice;
  const [textPointer] = textPointers;
  return {
    pointer,
    position,
    ...(index !== undefined && { index }),
    textKind,
    hasText: Boolean(text),
    ...(textPointer !== undefined && { textPointer }),
    ...(finishReason && { finishReason }),
    toolCallCount: toolCalls.length,
  };
}
