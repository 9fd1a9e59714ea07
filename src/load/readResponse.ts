// What follows the strict pass: generations, provider responses, links, totals, issues. Part by part; keeps facts, no texts.

import { AnswerGroups } from '../analysis/distinct.ts';
import type { StreamFacts } from '../intake/form.ts';
import { documentCursor, itemsInTurn } from '../json/byteCursor.ts';
import type { JsonCursor } from '../json/cursor.ts';
import type { JsonDocument } from '../json/document.ts';
import { type Pointer, pointerOf, rootPointer } from '../json/pointer.ts';
import type { StrictResult } from '../json/strict.ts';
import { checkGeneration } from '../response/checks/generationChecks.ts';
import { checkSource, cutIssue } from '../response/checks/sourceChecks.ts';
import { type GenerationScans, newScans, readGeneration } from '../response/generation.ts';
import { IssueTable } from '../response/issues/issueTable.ts';
import { IssueWriter } from '../response/issues/issueWriter.ts';
import { NumberList } from '../response/issues/numberList.ts';
import { writeIssueCounts } from '../response/issues/writeIssueCounts.ts';
import { KnownInputs } from '../response/knownInputs.ts';
import { LinkGenerations } from '../response/link/linkInput.ts';
import type { Links } from '../response/link/links.ts';
import type { LoadEvent } from '../response/loadEvents.ts';
import { readRequest } from '../response/request.ts';
import { saysNothing } from '../response/said.ts';
import { chunkRows } from '../response/samples/sampleColumns.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';
import type { SampleWriter } from '../response/samples/sampleWriter.ts';
import { KnownTexts } from '../response/text/knownTexts.ts';
import { TextScan } from '../response/text/textScan.ts';
import { readResponseUsage } from '../response/usage.ts';
import type { LinkedRefusals } from './answers.ts';
import { ChoiceRows } from './choiceRows.ts';
import type { ChoiceSamples } from './choiceSamples.ts';
import { brokenFailure } from './failures.ts';
import { findLost } from './findLost.ts';
import { findSecrets } from './findSecrets.ts';
import { GatheredProviders, type LinkedProviders } from './gatheredProviders.ts';
import { readRefusals } from './linkedRefusals.ts';
import { listLength } from './listLength.ts';
import { samplesOf } from './mixedSamples.ts';
import { OwnPrompts } from './ownPrompts.ts';
import { PromptNumbers } from './promptNumbers.ts';
import { ResponseFields } from './responseFields.ts';
import { ResponseParts } from './responseParts.ts';
import type { Samples } from './samples.ts';
import { inSteps, type Pause, type Slice } from './slice.ts';
import { lineOfCut } from './streamEnd.ts';
import type { Subject } from './subject.ts';
import { textAt } from './textAt.ts';
import { agreementOf, checkedParts, summariesOf } from './wholeParts.ts';
import { writeFound } from './writeFound.ts';
import { writeGeneration } from './writeGeneration.ts';

/** Who hears of the steps and lets other work in between. */
interface Listener {
  onDocument(document: JsonDocument, refusals?: LinkedRefusals, samples?: Samples): void;
  tell(event: LoadEvent): void;
  onSamples?(samples: SampleTable): void;
  pause: Pause;
}

/** Rows that are told first; then as many again, up to a chunk, so that no chunk is told twice once they are many. */
const firstBatch = chunkRows / 8;

/** Reads a response whose text has been checked; tells rows in batches and ends with `complete`. */
export async function readResponse(subject: Subject, target: Listener, slice: Slice): Promise<void> {
  await new ResponseReading(subject, target, slice).run();
}

/** The steps after the strict pass. A class, because they share what each of them has gathered. */
class ResponseReading {
  readonly #document: JsonDocument;
  readonly #result: StrictResult;
  readonly #target: Listener;
  readonly #slice: Slice;
  readonly #root: JsonCursor;
  /** One, or several that were composed. */
  readonly #parts: ResponseParts;
  readonly #samples: SampleWriter;
  /** What the page has been told of them. */
  #told = 0;
  #toldRows = 0;
  #generationCount = 0;
  readonly #issues = new IssueWriter();
  readonly #generations = new LinkGenerations();
  readonly #providers: GatheredProviders;
  readonly #scans: GenerationScans;
  /** The raw outputs: what a provider said is one of them as a rule. */
  readonly #known = new KnownTexts();
  readonly #answers = new AnswerGroups();
  /** Positions of the generations that say nothing. */
  readonly #silent = new NumberList();
  readonly #prompts: PromptNumbers | OwnPrompts;
  readonly #stream: StreamFacts | undefined;
  readonly #choices: ChoiceSamples | undefined;
  readonly #choiceRows: ChoiceRows | undefined;

  constructor(subject: Subject, target: Listener, slice: Slice) {
    const { document, result, samples, stream, isRelative, choices, entries } = subject;
    const root = documentCursor(document, rootPointer);
    if (!root) throw new Error('A response without a root');
    this.#document = document;
    this.#result = result;
    this.#target = target;
    this.#slice = slice;
    this.#stream = stream;
    this.#samples = samples;
    this.#root = root;
    const isWhole = result.error === undefined;
    const common = { isWhole, isStreamPiece: stream?.isJoined === true, now: Date.now(), inputs: new KnownInputs() };
    const only = { isRelative, isOfChoices: choices !== undefined };
    this.#parts = new ResponseParts(root, entries, common, only);
    const isSound = result.findings.invalidUtf8.total === 0;
    this.#scans = newScans(isSound);
    const scan = new TextScan(isSound, this.#known);
    this.#providers = new GatheredProviders(readRequest(root), scan, new TextScan(isSound));
    this.#issues.addAll(checkSource(result.findings));
    this.#prompts = this.#parts.isSeveral
      ? new PromptNumbers(samples)
      : new OwnPrompts(samples, (at) => documentCursor(document, pointerOf('data', at)));
    this.#choices = choices;
    if (choices === undefined) return;
    this.#choiceRows = new ChoiceRows({ document, writer: samples, answers: this.#answers, samples: choices, isWhole });
  }

  async run(): Promise<void> {
    await this.#readGenerations();
    await this.#readProviders();
    this.#issues.addAll(await findSecrets(this.#document, this.#root, this.#slice));
    this.#issues.addAll(await findLost(this.#document, this.#slice));
    await this.#finish();
  }

  async #readGenerations(): Promise<void> {
    const total = listLength(this.#document, 'data');
    const partAt = this.#parts.walk('data');
    let position = 0;
    for (const cursor of itemsInTurn(this.#root.get('data'))) {
      const part = partAt(position);
      this.#generations.salt = part.number;
      const isBroken = this.#isBroken(cursor);
      const generation = readGeneration(cursor, position, this.#scans);
      if (isBroken) {
        writeGeneration(this.#samples, generation, undefined, isBroken);
      } else {
        const { issues, shared, facts } = checkGeneration(generation, cursor, part.context);
        if (shared) this.#issues.addShared(shared, position);
        this.#issues.addAll(issues);
        part.checks.add(facts);
        this.#generations.add(generation);
        const { rawRange, rawScan } = generation;
        if (rawRange && rawScan) this.#known.add(rawRange.bytes, rawRange.from, rawRange.to, rawScan);
        if (saysNothing(generation)) this.#silent.push(position);
        writeGeneration(this.#samples, generation, this.#answers.add(generation), isBroken);
      }
      if (this.#parts.isSeveral) this.#samples.setCount('response', position, part.number);
      this.#prompts.addGeneration(position, part, cursor);
      position++;
      this.#tellSome(position);
      const rest = this.#slice.progress('generations', position, total);
      if (rest) await rest;
    }
    this.#generationCount = position;
    if (position > this.#toldRows) this.#tellRows();
  }

  /** Tells the rows that there are when they are many enough. */
  #tellSome(count: number): void {
    if (count - this.#toldRows < Math.min(chunkRows, Math.max(firstBatch, this.#toldRows))) return;
    this.#tellRows();
    this.#toldRows = count - (count % firstBatch);
  }

  /** Whether the text breaks off in it. */
  #isBroken({ pointer }: JsonCursor): boolean {
    return this.#result.error !== undefined && (this.#document.find(pointer)?.isIncomplete ?? false);
  }

  async #readProviders(): Promise<void> {
    const total = listLength(this.#document, 'provider_responses');
    const partAt = this.#parts.walk('providers');
    let position = 0;
    for (const cursor of itemsInTurn(this.#root.get('provider_responses'))) {
      const part = partAt(position);
      const { context, number, isOfChoices } = part;
      this.#providers.begin(context.request, number);
      // Where a stream ends without a reason is told with its line.
      const mayLackReason = context.isRelative === true || this.#stream !== undefined;
      this.#choiceRows?.begin(this.#parts.isSeveral ? number : undefined, mayLackReason);
      const isBroken = this.#isBroken(cursor);
      const rows = isOfChoices ? this.#choiceRows : undefined;
      if (isBroken && rows === undefined) break;
      const from = rows?.next ?? 0;
      this.#providers.add(cursor, position, rows);
      if (rows) this.#prompts.addChoices(from, rows.next, part);
      this.#issues.addAll(this.#providers.issues.splice(0));
      position++;
      if (rows) {
        this.#generationCount = rows.next;
        this.#tellSome(rows.next);
      }
      const rest = this.#slice.progress('providers', position, total);
      if (rest) await rest;
    }
  }

  async #finish(): Promise<void> {
    const { tell } = this.#target;
    const { links, linked, writing } = await this.#findLinks();
    const providers = this.#providers.writer.table();
    for (const issues of checkedParts(this.#parts, linked)) {
      this.#issues.addAll(issues);
      await this.#slice.progress('linking', 0, 1);
    }
    const distinctCount = this.#readRefusals();
    const { error } = this.#result;
    if (error?.isEndOfText) this.#issues.add(cutIssue(error.line, this.#generations.count));
    const cutLine = this.#stream && lineOfCut(this.#stream, this.#samples.table(), providers);
    if (cutLine !== undefined) this.#issues.add(cutIssue(cutLine, this.#generations.count));
    const first = this.#choices?.first ?? 0;
    const sampleAt = (place: Pointer): number => {
      const sample = providers.generation(providers.choiceAround(place));
      return sample < first ? -1 : sample;
    };
    const issues = await inSteps(this.#issues.finishing(this.#choices && sampleAt), this.#slice);
    await inSteps(writeIssueCounts(this.#samples, new IssueTable(issues)), this.#slice);
    await inSteps(writing, this.#slice);
    const samples = this.#samples.table();
    await this.#providers.tell(this.#target);
    if (links) tell({ type: 'links', columns: links.columns });
    this.#tellRows();
    await this.#target.pause();

    const usage = readResponseUsage(this.#root);
    const prompts = this.#prompts.told();
    const failure = error && (await brokenFailure(this.#document, error));
    tell({
      type: 'complete',
      lineCount: this.#document.source.lines.lineCount,
      issues,
      distinctCount,
      usage: { pointer: usage?.pointer ?? pointerOf('usage'), ...(usage && { usage }) },
      agreement: await inSteps(agreementOf(this.#parts, providers, samples), this.#slice),
      fields: new ResponseFields(this.#document).told(),
      generationCount: this.#generationCount,
      providerCount: providers.length,
      ...(this.#parts.isSeveral && { summaries: summariesOf(this.#parts, samples, providers) }),
      ...(prompts && { prompts }),
      ...(failure && { failure }),
    });
  }

  /** Choices that are samples are linked with themselves. `writing` puts into the rows what is known of them in the end. */
  async #findLinks(): Promise<{ links?: Links; linked: LinkedProviders; writing: Generator<void, void> }> {
    const rows = this.#choiceRows;
    if (rows && this.#root.get('data') === undefined)
      return { linked: this.#providers.linkWithThemselves(), writing: rows.finishing() };
    const load = (pointer: Pointer) => textAt(this.#document, pointer);
    const found = await this.#providers.findLinks(this.#generations, this.#parts.list, load, this.#slice);
    const linked = this.#providers.link(found);
    const { isSeveral } = this.#parts;
    const isChecked = this.#result.error === undefined;
    const known = { links: found.links, fromChoice: linked.fromChoice, isChecked, isSeveral };
    const [samples, count] = [this.#samples, this.#choices?.first ?? this.#generationCount];
    const writing = function* () {
      yield* writeFound(samples, count, known);
      if (rows) yield* rows.finishing();
    };
    return { links: found.links, linked, writing: writing() };
  }

  /** What a linked choice refuses is what a silent generation says. Gives how many distinct answers there are. */
  #readRefusals(): number {
    const [samples, count] = [this.#samples, this.#generationCount];
    const found = readRefusals(
      this.#document,
      this.#providers.writer.table(),
      this.#silent,
      { samples, count },
      this.#answers,
    );
    if (found === undefined) return this.#answers.count;
    this.#target.onDocument(this.#document, found.refusals, samplesOf(this.#document, this.#choices));
    return found.distinctCount;
  }

  /** Tells the columns that were written since the last time. */
  #tellRows(): void {
    const { version, chunks } = this.#samples.chunksSince(this.#told);
    this.#told = version;
    this.#target.tell({ type: 'rows', chunks });
    this.#target.onSamples?.(this.#samples.table());
  }
}
