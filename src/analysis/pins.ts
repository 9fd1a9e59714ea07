// Links that a person has set over those that were found. Pure: the found ones are kept, and without a pin they are back.

import type { ProviderTable } from '../response/choices/choiceTable.ts';
import type { Link } from '../response/model.ts';
import { placeName } from '../response/placeName.ts';
import type { ChoiceRow, GenerationRow } from '../response/rows.ts';
import { withOverlay } from '../response/samples/sampleChanges.ts';
import type { Taken } from '../response/samples/sampleParts.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';
import { tokensOfChoice } from './rows.ts';

/** A generation by its place in `data`, a choice by the places of its provider response and in it. */
export interface Pin {
  readonly generation: number;
  readonly provider: number;
  readonly choice: number;
}

export interface Linked {
  readonly rows: SampleTable;
  readonly providers: ProviderTable;
}

/**
 * Rows and provider responses with the pins in force. Of several pins of one generation, or of one choice, the last holds;
 * one that leads nowhere does nothing. A generation whose choice was given to another has no link, and says why.
 * Tokens go with the choice that they are of; of one that belonged to no generation the rows hold no mean.
 */
export function withPins(found: Linked, pins: readonly Pin[]): Linked {
  const held = heldPins(found, pins);
  if (held.size === 0) return found;
  const { providers } = found;
  /** By number of a choice: its generation now. */
  const regiven = new Map<number, number | undefined>();
  for (const generation of held.keys()) {
    const own = providers.choiceOf(generation);
    if (own >= 0) regiven.set(own, undefined);
  }
  for (const [generation, pin] of held) regiven.set(choiceAt(providers, pin), generation);
  const rows = withOverlay(found.rows, { taken: takenBy(found, held) });
  return { rows, providers: providers.withGenerations(regiven) };
}

/** What the pins change of rows: the link and the tokens of each pinned one, and of the one that its choice was found for. */
function takenBy(found: Linked, held: ReadonlyMap<number, Pin>): ReadonlyMap<number, Taken> {
  const taken = new Map<number, Taken>();
  for (const [generation, pin] of held) {
    const row = found.rows.at(generation);
    const choice = found.providers.choice(choiceAt(found.providers, pin));
    if (row === undefined || choice === undefined) continue;
    taken.set(generation, { ...tokensAt(found, pin, choice), link: pinnedLink(row, choice) });
    const before = choice.generation;
    const link = before === undefined || held.has(before) ? undefined : found.rows.at(before)?.link;
    if (before !== undefined && link !== undefined) taken.set(before, { link: displacedLink(link, generation) });
  }
  return taken;
}

/** What a row takes from its choice: known from the row that the choice was found for, else only as far as a choice says it. */
function tokensAt(found: Linked, pin: Pin, choice: ChoiceRow): Pick<GenerationRow, 'tokens' | 'logprobs'> {
  const before = choice.generation === undefined ? undefined : found.rows.at(choice.generation);
  if (before !== undefined) {
    const { tokens, logprobs } = before;
    return { ...(tokens && { tokens }), ...(logprobs && { logprobs }) };
  }
  const provider = found.providers.at(pin.provider);
  const count = choice.listedTokenCount;
  const tokens = tokensOfChoice(
    { ...(count !== undefined && { listedTokens: { count, pointer: choice.pointer } }) },
    { ...(provider?.usage && { usage: provider.usage }), choiceCount: provider?.choiceCount ?? 0 },
  );
  return { ...(tokens && { tokens }) };
}

function heldPins(found: Linked, pins: readonly Pin[]): ReadonlyMap<number, Pin> {
  const held = new Map<number, Pin>();
  for (const pin of pins) {
    if (found.rows.at(pin.generation) === undefined || choiceAt(found.providers, pin) < 0) continue;
    for (const [generation, other] of held) {
      if (other.provider === pin.provider && other.choice === pin.choice) held.delete(generation);
    }
    held.set(pin.generation, pin);
  }
  return held;
}

function pinnedLink({ pointer, link }: GenerationRow, choice: ChoiceRow): Link {
  const said = link === undefined ? '' : ` Found before: ${link.evidence}`;
  return {
    word: 'by position',
    choice: choice.pointer,
    ...(choice.textPointer !== undefined && { text: choice.textPointer }),
    evidence: `${placeName(pointer)} and ${placeName(choice.pointer)} are pinned by hand until the page is reloaded.${said}`,
    pin: link === undefined ? {} : { found: link },
  };
}

function displacedLink(link: Link, owner: number): Link {
  const choice = link.choice === undefined ? 'Its choice' : placeName(link.choice);
  return { word: 'none', evidence: `${choice} is pinned to data[${owner}] by hand. Found before: ${link.evidence}` };
}

/** The number of a pin's choice; −1 where it leads nowhere. */
function choiceAt(providers: ProviderTable, { provider, choice }: Pin): number {
  const isThere = provider < providers.length && choice < providers.choiceCountOf(provider);
  return isThere ? providers.firstChoice(provider) + choice : -1;
}
