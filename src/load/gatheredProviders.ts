// What is gathered of the provider responses one after the other, until links are known: rows, facts, keys of texts, issues.
// Texts and tokens are let go of with each response.

import { tokensOfChoice } from '../analysis/rows.ts';
import type { JsonCursor } from '../json/cursor.ts';
import type { AmbiguousClass, ChoiceFacts, LinkedFacts, LinkFacts, ProviderFacts } from '../response/checks/check.ts';
import { addProvider } from '../response/choices/addProvider.ts';
import type { ProviderTable } from '../response/choices/choiceTable.ts';
import { ChoiceWriter } from '../response/choices/choiceWriter.ts';
import { LinkLeaves } from '../response/link/leaves.ts';
import { classKinds, type LinkResult } from '../response/link/linkColumns.ts';
import { LinkChoices, type LinkGenerations, type TextSource } from '../response/link/linkInput.ts';
import type { Links } from '../response/link/links.ts';
import type { LoadEvent } from '../response/loadEvents.ts';
import type { Issue, Link, LinkWord } from '../response/model.ts';
import { readProvider } from '../response/provider/read.ts';
import type { ProviderChoice } from '../response/provider/reading.ts';
import type { RequestFacts } from '../response/request.ts';
import type { GenerationRow } from '../response/rows.ts';
import type { TextScan } from '../response/text/textScan.ts';
import { tokenContext } from './choiceTokens.ts';
import { type FoundLinks, linkAll } from './linkAll.ts';
import type { Pause, Slice } from './slice.ts';
import { tokensAtLoad } from './tokensAtLoad.ts';

/** What a row of a generation takes from its linked choice. */
export type FromChoice = Pick<GenerationRow, 'tokens' | 'logprobs'>;

type WrittenChoice = { -readonly [Key in keyof ChoiceFacts]: ChoiceFacts[Key] };

/** Parts of the table of provider responses that are handed over at once, of 4,096 rows each. */
const chunksAtOnce = 16;

export class GatheredProviders {
  readonly writer = new ChoiceWriter();
  readonly choices = new LinkChoices();
  readonly leaves = new LinkLeaves();
  readonly issues: Issue[] = [];
  readonly #request: RequestFacts;
  readonly #scan: TextScan;
  readonly #facts: (Omit<ProviderFacts, 'choices'> & { readonly choices: WrittenChoice[] })[] = [];
  /** By number of a choice. */
  readonly #fromChoice = new Map<number, FromChoice>();

  /** `scan` is used for the text of every choice. */
  constructor(request: RequestFacts, scan: TextScan) {
    this.#request = request;
    this.#scan = scan;
  }

  /** Reads the response at place `position` of `provider_responses`. */
  add(cursor: JsonCursor, position: number): void {
    const { pointer } = cursor;
    const read = readProvider(cursor);
    const { reading, format } = read;
    const { usage, billed, error, blocked, model, created, choices } = reading;
    const counted = { ...(usage && { usage }), choiceCount: choices.length };
    const context = tokenContext(reading, this.#request);
    if (format === 'unknown') this.leaves.add(cursor, position);
    const facts: WrittenChoice[] = [];
    addProvider(
      this.writer,
      read,
      (choice, number, scan) => {
        const tokens = tokensAtLoad(choice, context, this.#request);
        const hasText = scan !== undefined && scan.units > 0;
        if (tokens) for (const issue of tokens.issues) this.issues.push(issue);
        const stated = tokensOfChoice(choice, counted);
        this.choices.add(number, scan, choice.toolCalls);
        if (stated || tokens) {
          this.#fromChoice.set(number, {
            ...(stated && { tokens: stated }),
            ...(tokens && { logprobs: tokens.figures }),
          });
        }
        facts.push({
          ...choiceFacts(choice, hasText),
          ...(stated?.from === 'provider' && { statedTokens: stated.count }),
          ...(tokens && { tokens: tokens.facts }),
        });
      },
      this.#scan,
    );
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

  /** Links all of them with the generations; rests between pieces of the work. `load`: as `TextSource` has it. */
  async findLinks(generations: LinkGenerations, load: TextSource['load'], slice: Slice): Promise<FoundLinks> {
    const { writer, choices, leaves } = this;
    const table = writer.table();
    const textPlaces = (choice: number) => writer.textPlaces(choice);
    const { prompts } = this.#request;
    return await linkAll({ generations, choices, table, leaves, prompts, textPlaces, load }, slice);
  }

  /** Tells the table in pieces that the page takes in without a long task. */
  async tell({ tell, pause }: { tell(event: LoadEvent): void; readonly pause: Pause }): Promise<void> {
    let isFirst = true;
    for (let part = this.writer.take(chunksAtOnce); part; part = this.writer.take(chunksAtOnce)) {
      tell({ type: 'providers', part, isFirst });
      isFirst = false;
      await pause();
    }
  }

  /** Notes in every choice which generation is linked to it. */
  link({ result, links }: FoundLinks): LinkedProviders {
    const { generationOf } = result;
    const fromChoice = new Map<number, FromChoice>();
    const choiceOf = new Int32Array(links.length).fill(-1);
    for (const [choice, generation] of generationOf.entries()) {
      if (generation < 0) continue;
      this.writer.setGeneration(choice, generation);
      choiceOf[generation] = choice;
      const own = this.#fromChoice.get(choice);
      if (own) fromChoice.set(generation, own);
    }
    const table = this.writer.table();
    for (const [place, { choices }] of this.#facts.entries()) {
      const first = table.firstChoice(place);
      for (const [at, choice] of choices.entries()) {
        const generation = generationOf[first + at] ?? -1;
        if (generation >= 0) choice.generation = generation;
      }
    }
    // Each check asks for all of them.
    const known: LinkFacts[] = [];
    return {
      providers: this.#facts,
      ambiguous: ambiguousClasses(result, links, table),
      fromChoice,
      linkOf: (position): LinkFacts | undefined => {
        if (position >= links.length) return undefined;
        const made = known[position];
        if (made !== undefined) return made;
        const own = choiceOf[position] ?? -1;
        const number =
          own >= 0 || links.choice(position) < 0
            ? own
            : table.choiceAround(table.choicePointer(links.choice(position)));
        const provider = number < 0 ? undefined : this.#facts[table.providerOf(number)];
        const choice = provider?.choices[table.positionOf(number)];
        const found = new FoundLink(links, position, provider, choice);
        known[position] = found;
        return found;
      },
    };
  }
}

/** The link itself, with its sentence, is made for the few that a check says something of. */
class FoundLink implements LinkFacts {
  readonly word: LinkWord;
  readonly provider: ProviderFacts | undefined;
  readonly choice: ChoiceFacts | undefined;
  readonly #links: Links;
  readonly #position: number;

  constructor(links: Links, position: number, provider: ProviderFacts | undefined, choice: ChoiceFacts | undefined) {
    this.#links = links;
    this.#position = position;
    this.word = links.word(position);
    this.provider = provider;
    this.choice = provider && choice;
  }

  get hasDifference(): boolean {
    return (this.#links.columns.differences[this.#position] ?? 0) !== 0;
  }

  get link(): Link {
    return this.#links.at(this.#position) ?? { word: this.word, evidence: '' };
  }
}

function ambiguousClasses(
  { classChoices, columns }: LinkResult,
  links: Links,
  table: ProviderTable,
): readonly AmbiguousClass[] {
  const { starts, choices } = classChoices;
  return Array.from(
    columns.classKinds,
    (kind, at): AmbiguousClass => ({
      generations: links.members(at, Number.POSITIVE_INFINITY).positions,
      choices: choices.slice(starts[at], starts[at + 1]).map((choice) => table.choicePointer(choice)),
      what: classKinds[kind] ?? 'text',
    }),
  );
}

export interface LinkedProviders extends LinkedFacts {
  /** By place in `data`. */
  readonly fromChoice: ReadonlyMap<number, FromChoice>;
}

function choiceFacts(choice: ProviderChoice, hasText: boolean): ChoiceFacts {
  const { pointer, position, index, textKind, textPointers, finishReason, toolCalls } = choice;
  const [textPointer] = textPointers;
  return {
    pointer,
    position,
    ...(index !== undefined && { index }),
    textKind,
    hasText,
    ...(textPointer !== undefined && { textPointer }),
    ...(finishReason && { finishReason }),
    toolCallCount: toolCalls.length,
  };
}
