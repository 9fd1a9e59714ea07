// The steps of a load, in the worker: recognise, skim, first rows, strict pass, generations, provider responses, links, totals.
// Reads part by part and lets the thread answer questions in between; never holds a parsed copy of the whole. The order of the steps is
// the point of this file.

import { groupAnswers } from '../analysis/distinct.ts';
import { fieldRows, generationLabels, generationRow, providerRow, tokensOfChoice } from '../analysis/rows.ts';
import { usageAgreement, usageRows } from '../analysis/usage.ts';
import { recognise } from '../intake/recognise.ts';
import { documentCursor, type JsonCursor } from '../json/cursor.ts';
import { createDocument, type JsonDocument } from '../json/document.ts';
import { indexLines, type LineIndex } from '../json/lines.ts';
import { type Pointer, pointerKeys, pointerOf, rootPointer } from '../json/pointer.ts';
import { skim } from '../json/skim.ts';
import { type StrictResult, startStrictPass } from '../json/strict.ts';
import { readString } from '../json/text.ts';
import type { CheckContext } from '../response/checks/check.ts';
import { checkGeneration } from '../response/checks/generationChecks.ts';
import { createResponseChecks, type ResponseChecks } from '../response/checks/responseChecks.ts';
import { checkSource } from '../response/checks/sourceChecks.ts';
import { readGeneration } from '../response/generation.ts';
import { isChatResponse } from '../response/isChat.ts';
import { linkGenerations } from '../response/link.ts';
import {
  type LinkableChoice,
  type LinkableGeneration,
  linkableChoice,
  linkableGeneration,
} from '../response/linkable.ts';
import type { Issue, Usage } from '../response/model.ts';
import { type ProviderRead, readProvider } from '../response/provider/read.ts';
import type { TextKind } from '../response/provider/reading.ts';
import type {
  ChoiceRow,
  GenerationRow,
  LoadEvent,
  LoadStage,
  ProviderRow,
  SeverityCounts,
} from '../response/report.ts';
import { readResponseUsage } from '../response/usage.ts';
import { notJson, otherJson, refused, syntaxFailure } from './failures.ts';
import type { Source } from './protocol.ts';
import { readSource } from './readSource.ts';

export interface LoadTarget {
  /** Called as soon as there is a document to ask about, and again when more of it is known. */
  onDocument(document: JsonDocument): void;
  tell(event: LoadEvent): void;
  /** Lets the thread answer what was asked meanwhile. */
  pause(): Promise<void>;
}

/** `/provider_responses/0/choices/1` lies on this level; what is deeper is indexed when it is asked for. */
const tableDepth = 4;
const stepBytes = 4_000_000;
const firstRowCount = 200;
const firstOutputLength = 10_000;
const batchSize = 500;
/** The thread answers questions at least this often. */
const sliceMs = 12;

/** Loads a source; resolves with its bytes when it opened, undefined when it did not (a `failed` event says why). */
export async function loadResponse(
  source: Source,
  asPlain: boolean,
  target: LoadTarget,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { tell } = target;
  const slice = createSlice(target);
  const read = await readSource(source, (done, total) => slice.progress('reading', done, total));
  if ('failure' in read) {
    tell({ type: 'failed', failure: read.failure });
    return undefined;
  }
  const recognised = recognise(read.bytes);
  if (!recognised.isText) {
    tell({ type: 'failed', failure: refused(recognised) });
    return undefined;
  }
  const { bytes, form } = recognised;
  const started = performance.now();
  const strict = startStrictPass(bytes, { depth: tableDepth });

  const skimmed = createDocument(bytes, skim(bytes, { depth: 2 }), lazyLines(bytes));
  const isResponse = !asPlain && holdsResponse(skimmed) && isSoundUntilLists(skimmed, strict);
  if (isResponse) {
    target.onDocument(skimmed);
    tell(firstRows(skimmed, form, started));
    await target.pause();
  }

  while (!strict.step(stepBytes)) await slice.progress('checking', strict.position, bytes.length);
  const result = strict.finish();
  const document = createDocument(bytes, result.table, result.lines);

  if (!isResponse || (result.error && !holdsResponse(document))) {
    if (result.error || !asPlain) {
      const failure = result.error ? notJson(bytes, result.lines, result.error) : otherJson(document);
      tell({ type: 'failed', failure });
      return undefined;
    }
    target.onDocument(document);
    tellPlain(document, result, form, started, tell);
    return bytes;
  }
  target.onDocument(document);
  await new ResponseLoad(document, result, target, slice).run();
  return bytes;
}

function holdsResponse(document: JsonDocument): boolean {
  const root = document.find(rootPointer);
  if (root?.kind !== 'object') return false;
  return document.find(pointerOf('data')) !== undefined || document.find(pointerOf('provider_responses')) !== undefined;
}

/** A text that is broken before its lists begin is no response to look at; checked at once where that is near. */
function isSoundUntilLists(document: JsonDocument, strict: ReturnType<typeof startStrictPass>): boolean {
  const lists = [document.find(pointerOf('data')), document.find(pointerOf('provider_responses'))];
  const first = Math.min(...lists.map((list) => list?.keyFrom ?? Number.POSITIVE_INFINITY));
  if (first > stepBytes) return true;
  strict.step(first + 1);
  // It stays where it found a mistake.
  return strict.position >= first;
}

/** Lines are counted by the strict pass; before that, only when somebody asks. */
function lazyLines(bytes: Uint8Array): LineIndex {
  let lines: LineIndex | undefined;
  const known = () => {
    lines ??= indexLines(bytes);
    return lines;
  };
  return {
    get lineCount() {
      return known().lineCount;
    },
    get starts() {
      return known().starts;
    },
  };
}

const noIssues: SeverityCounts = { error: 0, warning: 0, info: 0 };

/** Rows of the first generations from the skim alone: not checked, not linked, but there at once. */
function firstRows(document: JsonDocument, form: string, started: number): LoadEvent {
  const root = documentCursor(document, rootPointer);
  const data = document.find(pointerOf('data'));
  const rows: GenerationRow[] = [];
  let firstOutput: string | undefined;
  let position = 0;
  for (const cursor of root?.get('data')?.items() ?? []) {
    if (position >= firstRowCount || (position > 0 && performance.now() - started > 40)) break;
    const generation = readGeneration(cursor, position);
    if (position === 0) firstOutput = generation.output?.slice(0, firstOutputLength);
    const label = generation.index === undefined ? `data[${position}]` : String(generation.index);
    rows.push(generationRow(generation, { label, issues: noIssues, isChecked: false, isBroken: false }));
    position++;
  }
  return {
    type: 'skimmed',
    kind: 'response',
    form,
    bytes: document.bytes.length,
    generationCount: data?.kind === 'array' ? data.childCount : 0,
    providerCount: listLength(document, 'provider_responses'),
    rows,
    fields: root ? fieldRows(root, isChatResponse(root)) : [],
    ...(firstOutput === undefined ? {} : { firstOutput }),
    workMs: performance.now() - started,
  };
}

function listLength(document: JsonDocument, key: string): number {
  const list = document.find(pointerOf(key));
  return list?.kind === 'array' ? list.childCount : 0;
}

function tellPlain(
  document: JsonDocument,
  result: StrictResult,
  form: string,
  started: number,
  tell: (event: LoadEvent) => void,
): void {
  const issues = checkSource(result.findings);
  const none = { generationCount: 0, providerCount: 0, fields: [] };
  tell({
    type: 'skimmed',
    kind: 'plain',
    form,
    bytes: document.bytes.length,
    rows: [],
    ...none,
    workMs: performance.now() - started,
  });
  tell({
    type: 'complete',
    lineCount: result.lines.lineCount,
    issues,
    issueCounts: countBySeverity(issues),
    distinctCount: 0,
    usage: [],
    agreement: { state: 'unknown', sentence: 'Plain JSON states no token counts.' },
    ...none,
  });
}

interface Slice {
  /** Tells progress now and then, and pauses when the slice of time is used up. */
  progress(stage: LoadStage, done: number, total: number): Promise<void>;
}

function createSlice({ tell, pause }: LoadTarget): Slice {
  let since = performance.now();
  let toldAt = since;
  return {
    async progress(stage, done, total) {
      const now = performance.now();
      if (now - toldAt > 60) {
        toldAt = now;
        tell({ type: 'progress', stage, done, total });
      }
      if (now - since > sliceMs) {
        await pause();
        since = performance.now();
      }
    },
  };
}

/** What is kept of a choice until links are known. */
interface ChoiceFacts {
  readonly textKind: TextKind;
  readonly tokens: GenerationRow['tokens'];
}

/** The steps after the strict pass. A class, because they share what each of them has gathered. */
class ResponseLoad {
  readonly #document: JsonDocument;
  readonly #result: StrictResult;
  readonly #target: LoadTarget;
  readonly #slice: Slice;
  readonly #root: JsonCursor;
  readonly #context: CheckContext;
  readonly #checks: ResponseChecks;
  readonly #rows: GenerationRow[] = [];
  readonly #issues: Issue[] = [];
  readonly #generations: LinkableGeneration[] = [];
  readonly #choices: LinkableChoice[] = [];
  readonly #choiceFacts: ChoiceFacts[] = [];
  readonly #providers: ProviderRow[] = [];
  readonly #answers = groupAnswers();

  constructor(document: JsonDocument, result: StrictResult, target: LoadTarget, slice: Slice) {
    const root = documentCursor(document, rootPointer);
    if (!root) throw new Error('A response without a root');
    this.#document = document;
    this.#result = result;
    this.#target = target;
    this.#slice = slice;
    this.#root = root;
    this.#context = { isChat: isChatResponse(root), isWhole: result.error === undefined };
    this.#checks = createResponseChecks(root, this.#context);
    this.#issues.push(...checkSource(result.findings));
  }

  async run(): Promise<void> {
    await this.#readGenerations();
    await this.#readProviders();
    await this.#finish();
  }

  async #readGenerations(): Promise<void> {
    const total = listLength(this.#document, 'data');
    let position = 0;
    let sent = 0;
    for (const cursor of this.#root.get('data')?.items() ?? []) {
      const isBroken = this.#document.find(cursor.pointer)?.isIncomplete ?? false;
      const generation = readGeneration(cursor, position);
      const state = { label: `data[${position}]`, issues: noIssues, isChecked: false, isBroken };
      if (isBroken) {
        this.#rows.push(generationRow(generation, state));
      } else {
        const { issues, facts } = checkGeneration(generation, cursor, this.#context);
        this.#issues.push(...issues);
        this.#checks.add(facts);
        this.#generations.push(linkableGeneration(generation));
        this.#rows.push(generationRow(generation, { ...state, group: this.#answers.add(generation) }));
      }
      position++;
      if (position - sent >= batchSize) {
        this.#tellRows(sent, position, (row) => (row.index === undefined ? row : { ...row, label: String(row.index) }));
        sent = position;
      }
      await this.#slice.progress('generations', position, total);
    }
  }

  async #readProviders(): Promise<void> {
    const total = listLength(this.#document, 'provider_responses');
    let position = 0;
    for (const cursor of this.#root.get('provider_responses')?.items() ?? []) {
      if (this.#document.find(cursor.pointer)?.isIncomplete) break;
      const read = readProvider(cursor);
      this.#addChoices(read, position);
      this.#providers.push(providerRow(read, cursor.pointer, position));
      position++;
      await this.#slice.progress('providers', position, total);
    }
  }

  #addChoices(read: ProviderRead, position: number): void {
    const { reading } = read;
    const counted = { ...(reading.usage && { usage: reading.usage }), choiceCount: reading.choices.length };
    for (const choice of reading.choices) {
      this.#choices.push(linkableChoice(choice, position));
      this.#choiceFacts.push({ textKind: choice.textKind, tokens: tokensOfChoice(choice, counted) });
    }
  }

  async #finish(): Promise<void> {
    const { tell } = this.#target;
    await this.#slice.progress('linking', 0, 1);
    const { links, generationOfChoice } = linkGenerations(this.#generations, this.#choices, {
      load: (pointer) => this.#stringAt(pointer),
      prompts: this.#prompts(),
    });
    const factsOf = new Map<number, ChoiceFacts>();
    generationOfChoice.forEach((generation, choice) => {
      const facts = this.#choiceFacts[choice];
      if (generation !== undefined && facts) factsOf.set(generation, facts);
    });
    this.#linkProviders(generationOfChoice);

    const providerUsages = this.#providers.flatMap(({ usage }): readonly Usage[] => (usage ? [usage] : []));
    this.#issues.push(
      ...this.#checks.finish({ providerUsages, linkedTextKind: (position) => factsOf.get(position)?.textKind }),
    );
    const issues = inReadingOrder(this.#issues);

    const labels = generationLabels(this.#rows.map((row) => row.index));
    const linkAt = new Map(this.#generations.map(({ position }, at) => [position, links[at]]));
    const counts = issueCountsByGeneration(issues);
    const isWhole = this.#context.isWhole;
    this.#rows.forEach((row, position) => {
      const link = linkAt.get(position);
      const tokens = factsOf.get(position)?.tokens;
      this.#rows[position] = {
        ...row,
        label: labels[position] ?? row.label,
        issues: counts.get(position) ?? noIssues,
        isChecked: isWhole,
        ...(link && { link }),
        ...(tokens && { tokens }),
      };
    });
    for (let from = 0; from < this.#rows.length; from += batchSize) {
      this.#tellRows(from, from + batchSize, (row) => row);
      await this.#target.pause();
    }
    tell({ type: 'providers', providers: this.#providers });

    const usage = readResponseUsage(this.#root);
    const { error, lines } = this.#result;
    tell({
      type: 'complete',
      lineCount: lines.lineCount,
      issues,
      issueCounts: countBySeverity(issues),
      distinctCount: this.#answers.count,
      usage: usageRows({ pointer: usage?.pointer ?? pointerOf('usage'), usage }, this.#providers, this.#rows),
      agreement: usageAgreement(usage, this.#providers, this.#rows),
      fields: fieldRows(this.#root, this.#context.isChat),
      generationCount: this.#rows.length,
      providerCount: this.#providers.length,
      ...(error && { failure: syntaxFailure(this.#document.bytes, lines, error) }),
    });
  }

  /** Writes into each choice's row which generation it is linked to. */
  #linkProviders(generationOfChoice: readonly (number | undefined)[]): void {
    let at = 0;
    this.#providers.forEach((provider, position) => {
      const choices = provider.choices.map((choice): ChoiceRow => {
        const generation = generationOfChoice[at++];
        return generation === undefined ? choice : { ...choice, generation };
      });
      this.#providers[position] = { ...provider, choices };
    });
  }

  #tellRows(from: number, to: number, change: (row: GenerationRow) => GenerationRow): void {
    this.#target.tell({ type: 'rows', rows: this.#rows.slice(from, to).map(change) });
  }

  #stringAt(pointer: Pointer): string | undefined {
    const node = this.#document.find(pointer);
    return node?.kind === 'string' ? readString(this.#document.bytes, node.from, node.to) : undefined;
  }

  /** What was sent as the prompt, where the response says it. */
  #prompts(): readonly string[] {
    const prompt = this.#root.get('provider_request')?.get('prompt');
    const texts = [prompt, ...(prompt?.items() ?? [])].map((one) => one?.text());
    return texts.filter((text) => text !== undefined);
  }
}

const severityRank = { error: 0, warning: 1, info: 2 } as const;

/** Errors first, then by id, each in the order of the document; equal ones stay as they were found. */
function inReadingOrder(issues: readonly Issue[]): readonly Issue[] {
  return [...issues].sort(
    (a, b) => severityRank[a.severity] - severityRank[b.severity] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

function countBySeverity(issues: readonly Issue[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of issues) counts[severity]++;
  return counts;
}

/** Counts of the issues whose place lies in a generation, by its position. */
function issueCountsByGeneration(issues: readonly Issue[]): ReadonlyMap<number, SeverityCounts> {
  const counts = new Map<number, { error: number; warning: number; info: number }>();
  for (const { pointer, severity } of issues) {
    const [list, item] = pointerKeys(pointer);
    if (list !== 'data' || item === undefined) continue;
    const position = Number(item);
    const of = counts.get(position) ?? { error: 0, warning: 0, info: 0 };
    of[severity]++;
    counts.set(position, of);
  }
  return counts;
}
