// What is gathered of the provider responses one after the other, until links are known: rows, facts, keys of texts, issues.
// Texts and tokens are let go of with each response.

import { tokensOfChoice } from '../analysis/rows.ts';
import type { JsonCursor } from '../json/cursor.ts';
import type { AmbiguousClass, LinkedFacts } from '../response/checks/check.ts';
import { type ChoiceFacts, FoundLinkFacts, type ListedTokens } from '../response/checks/choiceFacts.ts';
import { ProviderFacts } from '../response/checks/providerFacts.ts';
import { addProvider } from '../response/choices/addProvider.ts';
import type { ProviderTable } from '../response/choices/choiceTable.ts';
import { ChoiceWriter } from '../response/choices/choiceWriter.ts';
import { LinkLeaves } from '../response/link/leaves.ts';
import { classKinds, type LinkResult } from '../response/link/linkColumns.ts';
import { LinkChoices, type LinkGenerations, type LinkPart, type TextSource } from '../response/link/linkInput.ts';
import type { Links } from '../response/link/links.ts';
import type { LoadEvent } from '../response/loadEvents.ts';
import type { Issue } from '../response/model.ts';
import { readProvider } from '../response/provider/read.ts';
import type { RequestFacts } from '../response/request.ts';
import type { GenerationRow } from '../response/rows.ts';
import type { TextScan } from '../response/text/textScan.ts';
import type { ChoiceRows } from './choiceRows.ts';
import { tokenContext } from './choiceTokens.ts';
import { type FoundLinks, linkAll } from './linkAll.ts';
import type { ResponsePart } from './responseParts.ts';
import type { Pause, Slice } from './slice.ts';
import { tokensAtLoad } from './tokensAtLoad.ts';

/** What a row of a generation takes from its linked choice. */
export type FromChoice = Pick<GenerationRow, 'tokens' | 'logprobs'>;

/** Parts of the table of provider responses that are handed over at once, of 4,096 rows each. */
const chunksAtOnce = 16;

export class GatheredProviders {
  readonly writer = new ChoiceWriter();
  readonly choices = new LinkChoices();
  readonly leaves = new LinkLeaves();
  readonly issues: Issue[] = [];
  #request: RequestFacts;
  readonly #scan: TextScan;
  readonly #ownScan: TextScan;
  /** By number of a choice; of most there is nothing in either. */
  readonly #tokens = new Map<number, ListedTokens>();
  readonly #fromChoice = new Map<number, FromChoice>();

  /** `scan` is used for the text of every choice, `ownScan` for that of one that is a sample: it must know where the text stands. */
  constructor(request: RequestFacts, scan: TextScan, ownScan: TextScan) {
    this.#request = request;
    this.#scan = scan;
    this.#ownScan = ownScan;
  }

  /** The provider responses that follow are of another of several responses, the one with this number. */
  begin(request: RequestFacts, number: number): void {
    this.#request = request;
    for (const part of [this.choices, this.leaves]) part.salt = number;
  }

  /** Reads the response at place `position` of `provider_responses`. `rows`: where its choices are the samples themselves. */
  add(cursor: JsonCursor, position: number, rows?: ChoiceRows): void {
    const read = readProvider(cursor);
    const { reading, format } = read;
    const { usage, blocked, choices } = reading;
    const counted = { ...(usage && { usage }), choiceCount: choices.length };
    const context = tokenContext(reading, this.#request);
    if (format === 'unknown') this.leaves.add(cursor, position);
    addProvider(
      this.writer,
      read,
      (choice, number, scan) => {
        const tokens = tokensAtLoad(choice, context, this.#request);
        if (tokens) for (const issue of tokens.issues) this.issues.push(issue);
        const stated = tokensOfChoice(choice, counted);
        const own = { ...(stated && { tokens: stated }), ...(tokens && { logprobs: tokens.figures }) };
        if (rows === undefined) {
          this.choices.add(number, scan, choice.toolCalls);
          if (stated || tokens) this.#fromChoice.set(number, own);
        } else {
          const facts = { scan, own, isBlocked: blocked !== undefined };
          const sample = rows.next;
          for (const issue of rows.add(choice, facts)) this.issues.push(issue);
          this.writer.setGeneration(number, sample);
          // Only what ended for length is held beside the limit.
          if (stated && choice.finishReason?.class === 'length') this.#fromChoice.set(number, own);
        }
        if (tokens) {
          const { pointer: place, generated } = tokens.facts;
          this.#tokens.set(number, { pointer: place, ...(generated !== undefined && { generated }) });
        }
      },
      rows === undefined ? this.#scan : this.#ownScan,
    );
    rows?.endProvider(position);
  }

  /** Links all of them with the generations; rests between pieces of the work. `load`: as `TextSource` has it. */
  async findLinks(
    generations: LinkGenerations,
    parts: readonly ResponsePart[],
    load: TextSource['load'],
    slice: Slice,
  ): Promise<FoundLinks> {
    const { writer, choices, leaves } = this;
    const table = writer.table();
    const textPlaces = (choice: number) => writer.textPlaces(choice);
    const { prompts } = this.#request;
    const several = parts.length > 1 ? { parts: parts.map((part) => linkPart(part, generations, table)) } : {};
    return await linkAll({ generations, choices, table, leaves, prompts, textPlaces, load, ...several }, slice);
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

  /** Where the choices are the samples: there is nothing to be linked with them, and their checks have run. */
  linkWithThemselves(): LinkedProviders {
    const links = { word: () => undefined, choice: () => -1, hasDifference: () => false, link: () => undefined };
    const table = this.writer.table();
    const choices = this.#choiceFacts(table);
    return { providers: new ProviderFacts(table), choices, ambiguous: [], fromChoice: new Map(), links };
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
    return {
      providers: new ProviderFacts(table),
      choices: this.#choiceFacts(table),
      ambiguous: ambiguousClasses(result, links, table),
      fromChoice,
      links: new FoundLinkFacts(links, table, choiceOf),
    };
  }

  #choiceFacts(table: ProviderTable): ChoiceFacts {
    return {
      table,
      from: 0,
      to: table.choiceCount,
      tokens: (choice) => this.#tokens.get(choice),
      statedTokens: (choice) => {
        const { tokens } = this.#fromChoice.get(choice) ?? {};
        return tokens?.from === 'provider' ? tokens.count : undefined;
      },
    };
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

function linkPart(
  { data, providers, context }: ResponsePart,
  generations: LinkGenerations,
  table: ProviderTable,
): LinkPart {
  const within = (place: number, count: number) => Math.min(place, count);
  return {
    rows: [within(data[0], generations.count), within(data[1], generations.count)],
    choices: [choiceAt(table, providers[0]), choiceAt(table, providers[1])],
    providers: [within(providers[0], table.length), within(providers[1], table.length)],
    prompts: context.request.prompts,
  };
}

/** What is linked of one of several responses. `ambiguous`: by the response that they are in. */
export function ofPart(
  linked: LinkedProviders,
  { data, providers }: ResponsePart,
  ambiguous: readonly AmbiguousClass[],
): LinkedProviders {
  if (data[1] === Number.POSITIVE_INFINITY) return linked;
  const { table } = linked.choices;
  const choices = { ...linked.choices, from: choiceAt(table, providers[0]), to: choiceAt(table, providers[1]) };
  return {
    ...linked,
    providers: new ProviderFacts(table, providers[0], Math.min(providers[1], table.length)),
    choices,
    ambiguous,
  };
}

/** The first choice of a provider response or of those behind it. */
function choiceAt(table: ProviderTable, provider: number): number {
  return provider < table.length ? table.firstChoice(provider) : table.choiceCount;
}
