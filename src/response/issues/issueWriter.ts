// Issues as the worker writes them: one by one as they are found, put into reading order at the end. Keeps no object of them.

import type { Pointer } from '../../json/pointer.ts';
import type { Issue, Severity } from '../model.ts';
import { joinPlace, placeWidth, splitPlace } from '../samples/placeCells.ts';
import type { SharedIssues } from '../violations.ts';
import { allAtOnce, groupFacts, stepLength } from './groupFacts.ts';
import { inOrderOf } from './inOrderOf.ts';
import { type IssueColumns, type IssueGroup, isInGeneration, placeHole, sharedText } from './issueColumns.ts';
import { type IssueRun, IssueRuns, inRun, type SharedNumbers, unknown, writeRun } from './issueRuns.ts';
import { NumberList } from './numberList.ts';
import { Stretches } from './stretches.ts';
import { StretchWriter } from './stretchWriter.ts';
import { TextPoolWriter, textOf } from './textPool.ts';

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

const mostWords = 1000;
/** Runs of fewer generations are written out: a run is looked up, where an issue that stands by itself is read. */
const leastKept = 64;

interface FoundGroup {
  /** In the order in which they were found first. */
  readonly number: number;
  readonly check: string;
  readonly severity: Severity;
  count: number;
  /** The message that was added last, and its number; -1 before the first. */
  message: string;
  messageNumber: number;
  /** The last of them, of generations that follow each other, while they are equal. */
  row?: OpenRow | undefined;
}

interface OpenRow extends SharedNumbers {
  readonly from: number;
  count: number;
}

/** Where not all samples stand in `data`: the position of the one that another place lies in, -1 for none. */
type SampleAt = (place: Pointer) => number;

export class IssueWriter {
  readonly #pool = new TextPoolWriter();
  readonly #groups: FoundGroup[] = [];
  readonly #groupsOf = new Map<string, readonly FoundGroup[]>();
  /** Columns in the order of finding: number of the group, place, message and detail, end of its related places. */
  readonly #groupOf = new NumberList();
  readonly #places = new NumberList();
  readonly #texts = new NumberList();
  readonly #relatedEnds = new NumberList();
  readonly #related = new NumberList();
  readonly #split = new Uint32Array(placeWidth);
  /** Numbers of words that came lately: most issues have one of a few. */
  readonly #words = new Map<string, number>();
  readonly #runs = new IssueRuns<SharedIssues>();
  /** Numbers of the words of places in generations. */
  readonly #inGeneration = new Set<number>();
  readonly #leastKept: number;

  /** `fewest`: generations of a run that is not written out. */
  constructor(fewest = leastKept) {
    this.#leastKept = fewest;
  }

  add({ id, severity, message, pointer, detail, related }: Issue): void {
    const group = this.#group(id, severity);
    this.#runs.interrupt(group.number);
    const word = splitPlace(pointer, this.#split, 1);
    const wordNumber = this.#words.get(word) ?? this.#wordNumber(word);
    const text = this.#messageNumber(group, message);
    if (detail === undefined && !related?.length && this.#inGeneration.has(wordNumber)) {
      this.#addToRow(group, wordNumber, text);
      return;
    }
    this.#endRow(group);
    this.#push(group, wordNumber, this.#split, text, detail === undefined ? 0 : this.#pool.numberOf(detail) + 1);
    for (const place of related ?? []) this.#place(this.#related, place);
    this.#relatedEnds.set(this.#relatedEnds.length - 1, this.#related.length / placeWidth);
  }

  /** Adds the same for another position: nothing but a longer run as a rule. */
  addShared(shared: SharedIssues, position: number): void {
    if (this.#runs.extend(shared, position)) return;
    for (const { id, severity } of shared.issues) this.#endRow(this.#group(id, severity));
    const numbersOf = () => shared.issues.map((issue) => this.#numbersOf(issue, shared.position));
    this.#runs.open(shared, numbersOf, position, this.#groupOf.length);
  }

  /** The issue whose place was split. */
  #addToRow(group: FoundGroup, word: number, text: number): void {
    const [, position = 0, second = 0, third = 0] = this.#split;
    const { row } = group;
    const isNext = row?.text === text && row.word === word && row.from + row.count === position;
    if (isNext && row.rest[0] === second && row.rest[1] === third) {
      row.count++;
      return;
    }
    this.#endRow(group);
    group.row = { group: group.number, word, rest: [second, third], text, from: position, count: 1 };
  }

  /** What was found of a group comes before what follows. */
  #endRow(group: FoundGroup): void {
    const { row } = group;
    if (row === undefined) return;
    group.row = undefined;
    if (row.count >= this.#leastKept) {
      this.#runs.put(row, row.from, row.count, this.#groupOf.length);
      return;
    }
    for (let position = row.from; position < row.from + row.count; position++)
      this.#push(group, row.word, [0, position, ...row.rest], row.text, 0);
  }

  #push(group: FoundGroup, word: number, place: ArrayLike<number>, text: number, detail: number): void {
    group.count++;
    this.#groupOf.push(group.number);
    this.#places.push(word);
    for (let cell = 1; cell < placeWidth; cell++) this.#places.push(place[cell] ?? 0);
    this.#texts.push(text);
    this.#texts.push(detail);
    this.#relatedEnds.push(this.#related.length / placeWidth);
  }

  #numbersOf({ id, severity, message, pointer }: SharedIssues['issues'][number], position: number): SharedNumbers {
    const word = splitPlace(pointer, this.#split, 1);
    const rest = [...this.#split.subarray(2)];
    const text = this.#pool.numberOf(message.replace(`data[${position}]`, `data[${placeHole}]`));
    return { group: this.#group(id, severity).number, word: this.#wordNumber(word), rest, text: text + sharedText };
  }

  addAll(issues: readonly Issue[]): void {
    for (const issue of issues) this.add(issue);
  }

  /** As `finishing`, in one go. */
  finish(sampleAt?: SampleAt): IssueColumns {
    return allAtOnce(this.finishing(sampleAt));
  }

  /** The columns in reading order, in buffers of their own; in steps, for there can be millions. An empty list of related places is none. */
  *finishing(sampleAt?: SampleAt): Generator<void, IssueColumns> {
    for (const group of this.#groups) this.#endRow(group);
    const runs = [...this.#runs.all(this.#groupOf.length)];
    const kept = this.#kept(runs);
    const counts = this.#groups.map((group) => group.count);
    for (const run of runs)
      if (!kept.has(run)) for (const { group } of run.numbers) counts[group] = (counts[group] ?? 0) + run.count;
    const count = counts.reduce((sum, one) => sum + one, 0);
    const ordered = [...this.#groups].sort(
      (a, b) =>
        severityRank[a.severity] - severityRank[b.severity] || (a.check < b.check ? -1 : a.check > b.check ? 1 : 0),
    );
    const next = new Uint32Array(ordered.length);
    let from = 0;
    for (const { number } of ordered) {
      next[number] = from;
      from += counts[number] ?? 0;
    }
    const places = new Uint32Array(count * placeWidth);
    const texts = new Uint32Array(count * 2);
    const positions = new Int32Array(count).fill(unknown);
    const foundAt = new Uint32Array(count);
    let found = 0;
    const targets = { places, texts, positions, foundAt, next };
    const isInside = (word: number) => this.#inGeneration.has(word);
    const written = new StretchWriter();
    for (const run of runs) {
      for (; found < run.foundBefore; found++) {
        if (found % stepLength === stepLength - 1) yield;
        const group = this.#groupOf.at(found);
        const n = next[group] ?? 0;
        next[group] = n + 1;
        foundAt[n] = found;
        for (let cell = 0; cell < placeWidth; cell++)
          places[n * placeWidth + cell] = this.#places.at(found * placeWidth + cell);
        texts[2 * n] = this.#texts.at(2 * found);
        texts[2 * n + 1] = this.#texts.at(2 * found + 1);
      }
      if (kept.has(run)) written.add(run, next);
      else yield* writeRun(run, targets, isInside);
    }
    const finished = written.finish(ordered.map(({ number }) => ({ number, end: next[number] ?? 0 })));
    const { ranges, length, ...stretched } = finished;
    const pool = this.#pool.finish();
    const positionAt = (list: Uint32Array, at: number): number => {
      const position = this.#position(list, at);
      if (position >= 0 || sampleAt === undefined) return position;
      return sampleAt(joinPlace(textOf(pool, list[at * placeWidth] ?? 0), list, at * placeWidth + 1));
    };
    for (let n = 0; n < count; n++) {
      if (n % stepLength === stepLength - 1) yield;
      if (positions[n] === unknown) positions[n] = positionAt(places, n);
    }
    const { relatedEnds, related } = yield* this.#relatedIn(foundAt);
    const byPosition = yield* inOrderOf(positions);
    const columns = { ...stretched, places, texts, positions, byPosition, relatedEnds, related };
    const positionOfRelated = (at: number) => positionAt(related, at);
    const stretches = new Stretches(columns, length);
    const groups: IssueGroup[] = [];
    for (const [at, { check, severity }] of ordered.entries()) {
      const range = ranges[at] ?? { from: 0, count: 0 };
      groups.push({ check, severity, ...range, ...(yield* groupFacts(columns, stretches, range, positionOfRelated)) });
    }
    return { groups, ...columns, pool };
  }

  /** The runs that are long enough, whose issues lie in their generations, and that come behind all others of their groups. */
  #kept(runs: readonly IssueRun[]): ReadonlySet<IssueRun> {
    const kept = new Set<IssueRun>();
    const ends = new Map<number, number>();
    for (const run of runs) {
      const { numbers, from, count } = run;
      const isLong = numbers.length > 0 && count >= this.#leastKept;
      const isInOrder = numbers.every(
        ({ group, word }) => from >= (ends.get(group) ?? 0) && this.#inGeneration.has(word),
      );
      if (!isLong || !isInOrder) continue;
      kept.add(run);
      for (const { group } of numbers) ends.set(group, from + count);
    }
    return kept;
  }

  *#relatedIn(foundAt: Uint32Array): Generator<void, Pick<IssueColumns, 'relatedEnds' | 'related'>> {
    const related = new Uint32Array(this.#related.length);
    if (related.length === 0) return { relatedEnds: new Uint32Array(0), related };
    const relatedEnds = new Uint32Array(foundAt.length);
    let end = 0;
    for (let n = 0; n < foundAt.length; n++) {
      if (n % stepLength === stepLength - 1) yield;
      const found = foundAt[n] ?? 0;
      // Of a run there are none.
      const first = found === 0 || found === inRun ? 0 : this.#relatedEnds.at(found - 1);
      const last = found === inRun ? 0 : this.#relatedEnds.at(found);
      for (let cell = first * placeWidth; cell < last * placeWidth; cell++, end++)
        related[end] = this.#related.at(cell);
      relatedEnds[n] = end / placeWidth;
    }
    return { relatedEnds, related };
  }

  #group(check: string, severity: Severity): FoundGroup {
    const ofCheck = this.#groupsOf.get(check) ?? [];
    const known = ofCheck.find((group) => group.severity === severity);
    if (known !== undefined) return known;
    const group = { number: this.#groups.length, check, severity, count: 0, message: '', messageNumber: -1 };
    this.#groups.push(group);
    this.#groupsOf.set(check, [...ofCheck, group]);
    return group;
  }

  /** Many findings of one check say the same. */
  #messageNumber(group: FoundGroup, message: string): number {
    if (group.messageNumber < 0 || group.message !== message) {
      group.message = message;
      group.messageNumber = this.#pool.numberOf(message);
    }
    return group.messageNumber;
  }

  #place(list: NumberList, pointer: Pointer): void {
    const word = splitPlace(pointer, this.#split, 1);
    list.push(this.#words.get(word) ?? this.#wordNumber(word));
    for (let cell = 1; cell < placeWidth; cell++) list.push(this.#split[cell] ?? 0);
  }

  #wordNumber(word: string): number {
    const number = this.#pool.numberOf(word);
    if (isInGeneration(word)) this.#inGeneration.add(number);
    if (this.#words.size >= mostWords) this.#words.clear();
    this.#words.set(word, number);
    return number;
  }

  /** The generation of a place; -1 for none. */
  #position(places: Uint32Array, at: number): number {
    return this.#inGeneration.has(places[at * placeWidth] ?? 0) ? (places[at * placeWidth + 1] ?? 0) : -1;
  }
}
