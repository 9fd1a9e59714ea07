// Which choice of which provider response a generation came from: by text first, then by index and order. Says how sure
// a link is in a word and why in a sentence, never as a score. Knows places and texts; no format, no screen. Longer than most files, because
// each step works on what the one before it left.

import type { Pointer } from '../../json/pointer.ts';
import { plural } from '../../words/numbers.ts';
import { generationLabels, generationName } from '../generationNames.ts';
import type { Link, LinkWord } from '../model.ts';
import { placeName } from '../placeName.ts';
import {
  ambiguousEvidence,
  leafEvidence,
  positionEvidence,
  sharedPhrase,
  structurePhrase,
  type TextMatch,
  uniqueEvidence,
} from './evidence.ts';
import type { LinkableChoice, LinkableGeneration, LinkableText } from './linkable.ts';
import { findPrefixes } from './prefix.ts';
import { compareChoices, type Structure, type StructureOpinion, structureOf } from './structure.ts';
import { type TextSource, type Tier, textTiers } from './tiers.ts';

export interface LinkResult {
  /** One per generation, in the order given. */
  readonly links: readonly Link[];
  /** For each choice, in the order given, the `position` of the generation linked to it; undefined for leftovers. */
  readonly generationOfChoice: readonly (number | undefined)[];
  /** Choices that nothing but index or order tells apart, and the generations that have what they all have. */
  readonly ambiguous: readonly AmbiguousClass[];
}

export interface AmbiguousClass {
  /** Places in `data`. */
  readonly generations: readonly number[];
  readonly choices: readonly Pointer[];
  /** What is equal. */
  readonly what: 'text' | 'tool calls';
}

/**
 * Links generations and choices (format notes, section on linking). Texts are compared by their keys; only those that
 * have no equal are loaded, to look for the rest. Choices of error bodies are not to be given.
 */
export function linkGenerations(
  generations: readonly LinkableGeneration[],
  choices: readonly LinkableChoice[],
  source: TextSource,
): LinkResult {
  const linking = new Linking(generations, choices);
  for (const tier of textTiers(source)) linking.linkEqualTexts(tier);
  linking.linkShared();
  linking.linkLeaves(source.leaves ?? []);
  linking.linkPrefixes(source);
  linking.linkToolCalls();
  linking.linkByStructure();
  return linking.result();
}

class Linking {
  readonly #generations: readonly LinkableGeneration[];
  readonly #choices: readonly LinkableChoice[];
  readonly #structure: Structure;
  readonly #links = new Map<LinkableGeneration, Link>();
  readonly #takenBy = new Map<LinkableChoice, LinkableGeneration>();
  readonly #ambiguous: AmbiguousClass[] = [];
  readonly #hasRepeatedIndex: boolean;
  /** As a person calls them: `#3`. */
  readonly #names: ReadonlyMap<number, string>;

  constructor(generations: readonly LinkableGeneration[], choices: readonly LinkableChoice[]) {
    const indexes = generations.map(({ index }) => index).filter((index) => index !== undefined);
    this.#hasRepeatedIndex = new Set(indexes).size < indexes.length;
    const labels = generationLabels(generations.map(({ index }) => index));
    this.#names = new Map(generations.map(({ position }, at) => [position, generationName(labels[at] ?? '')]));
    this.#generations = generations;
    this.#choices = choices;
    this.#structure = structureOf(generations, choices);
  }

  /** Links generations and choices whose texts are equal in the way of one tier. */
  linkEqualTexts(tier: Tier): void {
    const openGenerations = this.#openGenerations();
    const openChoices = this.#openChoices();
    if (openGenerations.length === 0 || openChoices.length === 0) return;
    const generations = groupBy(openGenerations, (generation) => tier.generationTexts(generation));
    const choices = groupBy(openChoices, (choice) => tier.choiceTexts(choice));
    for (const [key, members] of generations) {
      const open = members.filter(({ item }) => !this.#links.has(item));
      const same = (choices.get(key) ?? []).filter(({ item }) => !this.#takenBy.has(item));
      this.#linkClass(open, same, tier.relation);
    }
  }

  /** With fewer choices than generations, a text that was taken already may be that of others as well. */
  linkShared(): void {
    if (this.#choices.length >= this.#generations.length) return;
    const byKey = new Map<string, Keyed<LinkableChoice>>();
    for (const item of this.#choices.toSorted(compareChoices)) {
      for (const text of [item.text, item.stripped]) {
        if (text !== undefined && !byKey.has(text.key)) byKey.set(text.key, { item, text });
      }
    }
    for (const generation of this.#openGenerations()) {
      const from = [generation.rawOutput, generation.output].find((text) => text !== undefined && byKey.has(text.key));
      const to = from && byKey.get(from.key);
      if (from === undefined || to === undefined) continue;
      const match: TextMatch = { from, to: to.text, relation: 'identical' };
      const evidence = ambiguousEvidence(match, 'several generations have this text', matchedShared);
      this.#link(generation, to.item, 'ambiguous', to.text, evidence, { isShared: true });
    }
  }

  /** Texts that stand somewhere in a provider response of unknown shape. */
  linkLeaves(leaves: readonly LinkableText[]): void {
    const free = groupByText(leaves, ({ key }) => key);
    const isRepeated = new Map(Array.from(free, ([key, same]) => [key, same.length > 1]));
    for (const generation of this.#openGenerations()) {
      const from = [generation.rawOutput, generation.output].find(
        (text) => text && (free.get(text.key)?.length ?? 0) > 0,
      );
      const same = from && free.get(from.key);
      const to = same?.shift();
      const place = to?.pointers[0];
      if (from === undefined || same === undefined || to === undefined || place === undefined) continue;
      const evidence = leafEvidence({ from, to, relation: 'identical' }, same);
      this.#links.set(generation, {
        word: isRepeated.get(from.key) ? 'ambiguous' : 'by text',
        choice: place,
        text: place,
        evidence,
      });
    }
  }

  /** Texts of which one is the start or end of the other. */
  linkPrefixes({ load }: TextSource): void {
    const generations = this.#openGenerations();
    const choices = this.#openChoices();
    if (generations.length === 0 || choices.length === 0) return;
    const textOf = ({ pointers }: LinkableText): string => pointers.map((pointer) => load(pointer) ?? '').join('');
    for (const { generation, choice, from, to, end, more } of findPrefixes(generations, choices, textOf)) {
      const relation = `equal but for ${plural(more, 'character')} at the ${otherEnd(end)}`;
      const evidence = uniqueEvidence({ from, to, relation }, generation, choice, this.#structure(generation));
      this.#link(generation, choice, 'by text', to, evidence, { difference: { characters: more, end: otherEnd(end) } });
    }
  }

  /** Generations without text whose tool calls are those of a choice without text: by ids, else by what they call. */
  linkToolCalls(): void {
    for (const key of ['toolIds', 'toolText'] as const) {
      const isSilent = ({ rawOutput, output }: LinkableGeneration): boolean => !rawOutput && !output;
      const generations = groupByText(this.#openGenerations().filter(isSilent), (generation) => generation[key]);
      const choices = groupByText(
        this.#openChoices().filter(({ text }) => text === undefined),
        (choice) => choice[key],
      );
      for (const [text, members] of generations) {
        const same = choices.get(text) ?? [];
        if (same.length > 0)
          this.#linkSameCalls(members, same, key === 'toolIds' ? 'equal ids' : 'equal names and arguments');
      }
    }
  }

  /** What is left, by index or order alone. */
  linkByStructure(): void {
    for (const generation of this.#openGenerations()) {
      const opinion = this.#structure(generation);
      if (opinion === undefined || this.#takenBy.has(opinion.choice)) continue;
      const { choice } = opinion;
      const hasText = Boolean(generation.rawOutput ?? generation.output);
      const state =
        hasText && choice.text
          ? 'the texts differ'
          : hasText || choice.text
            ? 'only one of them has a text'
            : 'both are empty';
      this.#link(generation, choice, 'by position', choice.text, positionEvidence(generation, choice, opinion, state));
    }
  }

  result(): LinkResult {
    return {
      links: this.#generations.map((generation) => this.#links.get(generation) ?? noLink(generation)),
      generationOfChoice: this.#choices.map((choice) => this.#takenBy.get(choice)?.position),
      ambiguous: this.#ambiguous,
    };
  }

  #openGenerations(): LinkableGeneration[] {
    return this.#generations.filter((generation) => !this.#links.has(generation));
  }

  #openChoices(): LinkableChoice[] {
    return this.#choices.filter((choice) => !this.#takenBy.has(choice));
  }

  /** Generations and choices that all have one text. */
  #linkClass(
    generations: readonly Keyed<LinkableGeneration>[],
    choices: readonly Keyed<LinkableChoice>[],
    relation: string,
  ): void {
    const [one] = generations;
    const [same] = choices;
    if (one === undefined || same === undefined) return;
    if (generations.length === 1 && choices.length === 1) {
      const match: TextMatch = { from: one.text, to: same.text, relation };
      const opinion = this.#structure(one.item);
      const evidence = uniqueEvidence(match, one.item, same.item, opinion);
      const word = wordOfUnique(same.item, opinion);
      const other = word === 'conflict' && opinion ? { otherChoice: opinion.choice.pointer } : {};
      this.#link(one.item, same.item, word, same.text, evidence, other);
      return;
    }
    const textOf = new Map(choices.map(({ item, text }) => [item, text]));
    const sameText = choices.map(({ item }) => item).sort(compareChoices);
    const fromOf = new Map(generations.map(({ item, text }) => [item, text]));
    const { pairs, left } = this.#pair([...fromOf.keys()], sameText);
    this.#ambiguous.push({
      generations: [...fromOf.keys()].map(({ position }) => position),
      choices: sameText.map(({ pointer }) => pointer),
      what: 'text',
    });
    const shared = sameText[0] ?? same.item;
    if (this.#choices.length < this.#generations.length) {
      for (const generation of left) pairs.push([generation, shared, matchedShared]);
    }
    const who = this.#shared([...fromOf.keys()], choices.length, 'text');
    for (const [generation, choice, matched] of pairs) {
      const to = textOf.get(choice) ?? same.text;
      const match: TextMatch = { from: fromOf.get(generation) ?? one.text, to, relation };
      const evidence = ambiguousEvidence(match, who, matched);
      this.#link(generation, choice, 'ambiguous', to, evidence, matched === matchedShared ? { isShared: true } : {});
    }
  }

  #linkSameCalls(
    generations: readonly LinkableGeneration[],
    choices: readonly LinkableChoice[],
    relation: string,
  ): void {
    const isUnique = generations.length === 1 && choices.length === 1;
    if (!isUnique) {
      this.#ambiguous.push({
        generations: generations.map(({ position }) => position),
        choices: choices.toSorted(compareChoices).map(({ pointer }) => pointer),
        what: 'tool calls',
      });
    }
    const who = this.#shared(generations, choices.length, 'tool calls');
    for (const [generation, choice, matched] of this.#pair(generations, choices.toSorted(compareChoices)).pairs) {
      const opinion = this.#structure(generation);
      const places = `${placeName(generation.pointer)} are those of ${placeName(choice.pointer)}`;
      const evidence = isUnique
        ? `Tool calls of ${places} (${relation}; ${structurePhrase(generation, choice, opinion)})`
        : `${who}; ${matched}: those of ${places} (${relation})`;
      const isSure = isUnique && relation === 'equal ids' && opinion?.choice === choice;
      this.#link(generation, choice, isSure ? 'certain' : isUnique ? 'by text' : 'ambiguous', undefined, evidence);
    }
  }

  /** Pairs what the text cannot tell apart: by tool call ids, by index or order, by finish class, by plain order. */
  #pair(
    generations: readonly LinkableGeneration[],
    choices: readonly LinkableChoice[],
  ): { pairs: [LinkableGeneration, LinkableChoice, string][]; left: readonly LinkableGeneration[] } {
    const pairs: [LinkableGeneration, LinkableChoice, string][] = [];
    const free = new Set(choices);
    const place = ({ index, position }: LinkableGeneration): number =>
      this.#hasRepeatedIndex ? position : (index ?? position);
    let left = generations.toSorted((a, b) => place(a) - place(b));
    const pass = (
      find: (generation: LinkableGeneration) => LinkableChoice | undefined,
      matched: (g: LinkableGeneration) => string,
    ): void => {
      left = left.filter((generation) => {
        const choice = find(generation);
        if (choice === undefined || !free.delete(choice)) return true;
        pairs.push([generation, choice, matched(generation)]);
        return false;
      });
    };
    const byIds = uniqueBy(choices, ({ toolIds }) => toolIds);
    pass(
      ({ toolIds }) => (toolIds === undefined ? undefined : byIds.get(toolIds)),
      () => 'matched by tool call id',
    );
    pass(
      (generation) => this.#structure(generation)?.choice,
      (generation) => this.#matchedBy(generation),
    );
    const byClass = groupByText([...free], ({ finishClass }) => finishClass);
    pass(
      ({ finishClass }) => (finishClass === undefined ? undefined : byClass.get(finishClass)?.shift()),
      () => 'matched by finish reason',
    );
    const rest = [...free];
    pass(
      () => rest.shift(),
      () => 'matched by order',
    );
    return { pairs, left };
  }

  #matchedBy(generation: LinkableGeneration): string {
    return this.#structure(generation)?.by === 'order' ? 'matched by order' : 'matched by index';
  }

  #nameOf({ position }: LinkableGeneration): string {
    return this.#names.get(position) ?? `data[${position}]`;
  }

  /** Who has the same, in order. */
  #shared(generations: readonly LinkableGeneration[], choiceCount: number, what: 'text' | 'tool calls'): string {
    const names = generations.toSorted((a, b) => a.position - b.position).map((one) => this.#nameOf(one));
    return sharedPhrase(names, choiceCount, what);
  }

  #link(
    generation: LinkableGeneration,
    choice: LinkableChoice,
    word: LinkWord,
    text: LinkableText | undefined,
    evidence: string,
    more: Pick<Link, 'otherChoice' | 'difference' | 'isShared'> = {},
  ): void {
    const textPointer: Pointer | undefined = text?.pointers[0];
    this.#links.set(generation, {
      word,
      choice: choice.pointer,
      ...(textPointer !== undefined && { text: textPointer }),
      ...more,
      evidence,
    });
    if (!this.#takenBy.has(choice)) this.#takenBy.set(choice, generation);
  }
}

const matchedShared = 'it is shared, because there are fewer choices than generations';

/** Texts that are equal at their start differ at their end. */
function otherEnd(end: 'start' | 'end'): 'start' | 'end' {
  return end === 'start' ? 'end' : 'start';
}

function wordOfUnique(choice: LinkableChoice, opinion: StructureOpinion | undefined): LinkWord {
  if (opinion?.choice === choice) return 'certain';
  return opinion === undefined || opinion.by === 'order' ? 'by text' : 'conflict';
}

function noLink(generation: LinkableGeneration): Link {
  const text = generation.rawOutput ?? generation.output;
  const size =
    text === undefined
      ? 'has no text'
      : `has a text of ${plural(text.characters, 'character')} that no free choice has`;
  return { word: 'none', evidence: `${placeName(generation.pointer)} ${size}, and no choice stands at its index.` };
}

/** Something with one of its texts. */
interface Keyed<T> {
  readonly item: T;
  readonly text: LinkableText;
}

function groupBy<T>(items: readonly T[], textsOf: (item: T) => readonly LinkableText[]): Map<string, Keyed<T>[]> {
  const groups = new Map<string, Keyed<T>[]>();
  for (const item of items) {
    for (const text of textsOf(item)) {
      const group = groups.get(text.key);
      if (group === undefined) groups.set(text.key, [{ item, text }]);
      else if (group.at(-1)?.item !== item) group.push({ item, text });
    }
  }
  return groups;
}

function groupByText<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T> {
  const unique = new Map<string, T>();
  for (const [key, group] of groupByText(items, keyOf))
    if (group[0] !== undefined && group.length === 1) unique.set(key, group[0]);
  return unique;
}
