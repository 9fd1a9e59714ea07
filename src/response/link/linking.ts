// Which choice of which provider response a generation came from: by text first, then by index and order. Works on columns; says how sure a
// link is in a word and what speaks for it in codes. Knows no format, no screen. No step takes longer than in line with what there is.

import { placeWord } from '../choices/placeWords.ts';
import { DerivedTexts } from './derived.ts';
import { nearly } from './evidence.ts';
import { groupNumbers, type TextEntries, type TextLanes, TextNumbers } from './lanes.ts';
import { grounds, type LinkResult, sharedMatch } from './linkColumns.ts';
import { type LinkInput, type LinkPart, partsOf } from './linkInput.ts';
import { LinkState } from './linkState.ts';
import { linkLeaves, linkTaken } from './linkTaken.ts';
import { Pairing } from './pairing.ts';
import { findPrefixes } from './prefix.ts';
import { noteRepeated } from './ranks.ts';
import { structureOf } from './structure.ts';

/** Texts that are loaded between two pauses. */
const textsPerStep = 500;

/** Links generations and choices (format notes, section on linking); yields between pieces of the work. */
export function* linkInSteps(input: LinkInput): Generator<undefined, LinkResult> {
  const linking = new Linking(input);
  linking.linkEqualTexts(0, entriesOf(input.generations.count, input.generations.rawOutput), linking.choiceTexts());
  yield;
  // Where nothing says what the model wrote, the output may be all of it.
  linking.linkEqualTexts(0, linking.outputsAlone(), linking.choiceTexts(), true);
  yield;
  linking.linkEqualTexts(1, entriesOf(input.generations.count, input.generations.output), linking.strippedTexts());
  yield;
  yield* linking.linkDerivedTexts();
  linkTaken(input, linking.state, linking.hasFewerChoices);
  linkLeaves(input, linking.state);
  yield;
  linking.linkPrefixes();
  linking.linkToolCalls();
  yield;
  linking.linkByStructure();
  return linking.result();
}

/** Texts of items that are one each and their own rows. */
interface Texts {
  readonly count: number;
  readonly texts: TextLanes;
  /** Whether there is a text; absent where that is what `texts` says. */
  readonly has?: (entry: number) => boolean;
  item(entry: number): number;
  part(entry: number): number;
}

const whole = () => -1;
const itself = (entry: number) => entry;

function entriesOf(count: number, texts: TextLanes): Texts {
  return { count, texts, item: itself, part: whole };
}

class Linking {
  readonly #input: LinkInput;
  readonly state: LinkState;
  readonly #pairing: Pairing;
  readonly #parts: readonly LinkPart[];
  /** By generation: 1 where its response has fewer choices than generations. */
  readonly hasFewerChoices: Uint8Array;
  readonly #generations: DerivedTexts = new DerivedTexts();
  readonly #choices: DerivedTexts = new DerivedTexts();
  /** Of the class that is linked: by item, which of its texts. */
  readonly #entryOfRow: Int32Array;
  readonly #entryOfChoice: Int32Array;

  constructor(input: LinkInput) {
    const { generations, choices, table } = input;
    const structure = structureOf(input);
    const repeated = new Uint8Array(generations.count);
    this.#parts = partsOf(input);
    this.hasFewerChoices = new Uint8Array(generations.count);
    for (const part of this.#parts) {
      const [from, to] = part.rows;
      noteRepeated(repeated, from, to, (row) => generations.index(row));
      if (part.choices[1] - part.choices[0] < to - from) this.hasFewerChoices.fill(1, from, to);
    }
    this.#input = input;
    this.state = new LinkState(structure, table.choiceCount, repeated, input.leaves);
    this.#pairing = new Pairing(generations, choices, table, structure);
    this.#entryOfRow = new Int32Array(generations.count);
    this.#entryOfChoice = new Int32Array(table.choiceCount);
  }

  /** Outputs of generations without a raw output. */
  outputsAlone(): Texts {
    const { count, rawOutput, output } = this.#input.generations;
    const has = (row: number) => !rawOutput.has(row) && output.has(row);
    return { ...entriesOf(count, output), has };
  }

  choiceTexts(): Texts {
    return entriesOf(this.#input.table.choiceCount, this.#input.choices.text);
  }

  strippedTexts(): Texts {
    return entriesOf(this.#input.table.choiceCount, this.#input.choices.stripped);
  }

  /** Links generations and choices whose texts are equal in the way of one relation. */
  linkEqualTexts(relation: number, from: Texts, to: Texts, isOutput = relation !== 0): void {
    const state = this.state;
    if (!state.hasOpen()) return;
    const numbers = new TextNumbers();
    const has = from.has ?? ((entry: number) => from.texts.has(entry));
    const isOpen = (entry: number): boolean => has(entry) && state.isOpen(from.item(entry));
    const groupOf = new Int32Array(from.count).fill(-1);
    for (let entry = 0; entry < from.count; entry++) if (isOpen(entry)) groupOf[entry] = numbers.add(from.texts, entry);
    if (numbers.count === 0) return;
    const members = groupNumbers(from.count, numbers.count, (entry) => groupOf[entry] ?? -1);
    const toGroup = new Int32Array(to.count).fill(-1);
    for (let entry = 0; entry < to.count; entry++)
      if (to.texts.has(entry) && state.isFree(to.item(entry))) toGroup[entry] = numbers.find(to.texts, entry);
    const candidates = groupNumbers(to.count, numbers.count, (entry) => toGroup[entry] ?? -1);
    const same: number[] = [];
    for (let group = 0; group < numbers.count; group++) {
      same.length = 0;
      for (let at = candidates.starts[group] ?? 0; at < (candidates.starts[group + 1] ?? 0); at++) {
        const entry = candidates.order[at] ?? 0;
        const last = same.at(-1);
        const isTold = last !== undefined && to.item(last) === to.item(entry);
        if (!isTold && state.isFree(to.item(entry))) same.push(entry);
      }
      const start = members.starts[group] ?? 0;
      const end = members.starts[group + 1] ?? 0;
      const [one = -1] = same;
      if (one < 0) continue;
      const tier = { relation, isOutput, from, to };
      if (end - start > 1 || same.length > 1) {
        this.#linkClass(tier, members.order.subarray(start, end), same);
        continue;
      }
      const member = members.order[start] ?? 0;
      state.setUnique(from.item(member), to.item(one), relation);
      this.#setFoundText(tier, member, one);
    }
  }

  /** The relations for which open texts are loaded, each once. */
  *linkDerivedTexts(): Generator<undefined, void> {
    const { generations, choices, load } = this.#input;
    const state = this.state;
    if (!state.hasOpen()) return;
    let loaded = 0;
    for (const [number, part] of this.#parts.entries()) {
      this.#generations.salt = number;
      this.#choices.salt = number;
      let isOpen = false;
      for (let row = part.rows[0]; row < part.rows[1]; row++) {
        if (!state.isOpen(row) || !generations.hasText(row)) continue;
        isOpen = true;
        this.#generations.addGeneration(row, generations, this.#input);
        if (++loaded % textsPerStep === 0) yield;
      }
      for (let choice = part.choices[0]; isOpen && choice < part.choices[1]; choice++) {
        if (!state.isFree(choice) || !choices.text.has(choice)) continue;
        const places = this.#input.textPlaces(choice);
        this.#choices.addChoice(choice, places, choices.text.characters(choice), { load, prompts: part.prompts });
        if (++loaded % textsPerStep === 0) yield;
      }
    }
    const raw = entriesOf(generations.count, generations.rawOutput);
    const output = entriesOf(generations.count, generations.output);
    this.linkEqualTexts(2, raw, this.#choices.afterPrompt, false);
    this.linkEqualTexts(3, this.#generations.normal, this.#choices.normal);
    this.linkEqualTexts(4, this.#generations.json, this.#choices.json);
    this.linkEqualTexts(5, output, this.#choices.pieces);
  }

  /** Texts of which one is the start or end of the other. */
  linkPrefixes(): void {
    const state = this.state;
    if (!state.hasOpen()) return;
    const matches = findPrefixes(this.#input, this.#generations, this.#choices, state);
    for (const { row, choice, end, more } of matches) {
      state.set(row, { word: 'by text', ground: grounds.uniqueText, choice, relation: nearly, matched: 0 });
      this.#setOwnText(row);
      // Texts that are equal at their start differ at their end.
      state.columns.differences[row] = end === 'start' ? more : -more;
    }
  }

  /** Generations without text whose tool calls are those of a choice without text: by ids, else by what they call. */
  linkToolCalls(): void {
    const { generations, choices, table } = this.#input;
    const state = this.state;
    for (const [relation, name] of [[6, 'ids'] as const, [7, 'texts'] as const]) {
      const own = generations.calls[name];
      const others = choices.calls[name];
      const numbers = new TextNumbers();
      const isSilent = (row: number): boolean => !generations.hasText(row) && state.isOpen(row) && own.has(row);
      const groupOf = Int32Array.from({ length: generations.count }, (_, row) =>
        isSilent(row) ? numbers.add(own, row) : -1,
      );
      const members = groupNumbers(generations.count, numbers.count, (row) => groupOf[row] ?? -1);
      const toGroup = Int32Array.from({ length: table.choiceCount }, (_, choice) =>
        others.has(choice) && state.isFree(choice) && !choices.text.has(choice) ? numbers.find(others, choice) : -1,
      );
      const candidates = groupNumbers(table.choiceCount, numbers.count, (choice) => toGroup[choice] ?? -1);
      for (let group = 0; group < numbers.count; group++) {
        const same = candidates.order.subarray(candidates.starts[group] ?? 0, candidates.starts[group + 1] ?? 0);
        const rows = members.order.subarray(members.starts[group] ?? 0, members.starts[group + 1] ?? 0);
        if (same.length > 0) this.#linkSameCalls(rows, same, relation);
      }
    }
  }

  /** What is left, by index or order alone. */
  linkByStructure(): void {
    const state = this.state;
    state.forOpen((row) => {
      const choice = state.structure.choice[row] ?? -1;
      if (choice < 0 || !state.isFree(choice)) return;
      state.set(row, { word: 'by position', ground: grounds.place, choice, relation: 0, matched: 0 });
      this.#setOwnText(row);
    });
  }

  result(): LinkResult {
    this.state.forOpen((row) => this.#setOwnText(row));
    return this.state.result();
  }

  #setOwnText(row: number): void {
    const { rawOutput, output } = this.#input.generations;
    const isRaw = rawOutput.has(row);
    this.state.setText(row, !isRaw, isRaw ? rawOutput.characters(row) : output.characters(row));
  }

  /** The text of a generation and of a choice, as entries, that was found equal. */
  #setFoundText({ isOutput, from, to }: ClassTier, member: number, other: number): void {
    const row = from.item(member);
    this.state.setText(row, isOutput, from.texts.characters(member));
    const part = to.part(other);
    if (part >= 0) this.state.setPart(row, this.#partWord(to.item(other), part));
  }

  /** Generations and choices that all have one text, as entries. */
  #linkClass(tier: ClassTier, members: Int32Array, same: readonly number[]): void {
    const { relation, from, to } = tier;
    const state = this.state;
    const rows: number[] = [];
    for (const member of members) {
      rows.push(from.item(member));
      this.#entryOfRow[from.item(member)] = member;
    }
    for (const other of same) this.#entryOfChoice[to.item(other)] = other;
    const choices = this.#pairing.inOrder(same.map((other) => to.item(other)));
    const kind = state.addClass(rows, choices, 0);
    const { pairs, left } = this.#pairing.pair(rows, choices);
    const link = (row: number, choice: number, matched: number): void => {
      state.set(row, { word: 'ambiguous', ground: grounds.sameText, choice, relation, matched, kind });
      this.#setFoundText(tier, this.#entryOfRow[row] ?? 0, this.#entryOfChoice[choice] ?? 0);
    };
    pairs.forEach(link);
    const [shared = -1] = choices;
    for (const row of left) if (this.hasFewerChoices[row] === 1) link(row, shared, sharedMatch);
  }

  #linkSameCalls(rows: Int32Array, same: Int32Array, relation: number): void {
    const state = this.state;
    const [row = 0] = rows;
    const [only = 0] = same;
    if (rows.length === 1 && same.length === 1) {
      const isSure = relation === 6 && state.structure.choice[row] === only;
      const word = isSure ? 'certain' : 'by text';
      state.set(row, { word, ground: grounds.uniqueCalls, choice: only, relation, matched: 0 });
      return;
    }
    const members = [...rows];
    const choices = this.#pairing.inOrder([...same]);
    const kind = state.addClass(members, choices, 1);
    this.#pairing.pair(members, choices).pairs.forEach((one, choice, matched) => {
      state.set(one, { word: 'ambiguous', ground: grounds.sameCalls, choice, relation, matched, kind });
    });
  }

  #partWord(choice: number, part: number): string {
    const { table } = this.#input;
    const place = this.#input.textPlaces(choice)[part];
    return place === undefined ? '' : placeWord(place, table.providerOf(choice), table.positionOf(choice));
  }
}

interface ClassTier {
  readonly relation: number;
  readonly isOutput: boolean;
  readonly from: Texts;
  readonly to: Texts | TextEntries;
}
