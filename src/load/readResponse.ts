// What follows the strict pass: generations, provider responses, links, totals, issues. Part by part; keeps facts, no texts.

import { AnswerGroups, renumbered } from '../analysis/distinct.ts';
import { countedProviders, usageAgreement, usageRows } from '../analysis/usage.ts';
import type { StreamFacts } from '../intake/form.ts';
import { documentCursor, itemsInTurn } from '../json/byteCursor.ts';
import type { JsonCursor } from '../json/cursor.ts';
import type { JsonDocument } from '../json/document.ts';
import { type Pointer, pointerOf, rootPointer } from '../json/pointer.ts';
import type { StrictResult } from '../json/strict.ts';
import { readString } from '../json/text.ts';
import { decodeUtf8 } from '../json/utf8.ts';
import type { CheckContext } from '../response/checks/check.ts';
import { checkGeneration } from '../response/checks/generationChecks.ts';
import { createResponseChecks, type ResponseChecks } from '../response/checks/responseChecks.ts';
import { secretIssues, secretPieces } from '../response/checks/secretChecks.ts';
import { checkSource, cutIssue } from '../response/checks/sourceChecks.ts';
import { type GenerationScans, newScans, readGeneration } from '../response/generation.ts';
import { isChatResponse } from '../response/isChat.ts';
import { IssueTable } from '../response/issues/issueTable.ts';
import { IssueWriter } from '../response/issues/issueWriter.ts';
import { writeIssueCounts } from '../response/issues/writeIssueCounts.ts';
import { KnownInputs } from '../response/knownInputs.ts';
import { LinkGenerations } from '../response/link/linkInput.ts';
import type { LoadEvent } from '../response/loadEvents.ts';
import type { Generation } from '../response/model.ts';
import { asksForBestOf, readRequest } from '../response/request.ts';
import { saysNothing } from '../response/said.ts';
import { chunkRows } from '../response/samples/sampleColumns.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';
import type { SampleWriter } from '../response/samples/sampleWriter.ts';
import { KnownTexts } from '../response/text/knownTexts.ts';
import { TextScan } from '../response/text/textScan.ts';
import { readResponseUsage } from '../response/usage.ts';
import { KnownShapes } from '../response/violations.ts';
import type { LinkedRefusals } from './answers.ts';
import { brokenFailure } from './failures.ts';
import { GatheredProviders } from './gatheredProviders.ts';
import { listLength } from './listLength.ts';
import { ResponseFields } from './responseFields.ts';
import type { Pause, Slice } from './slice.ts';
import { lineOfCut } from './streamEnd.ts';
import { writeFound } from './writeFound.ts';
import { writeGeneration } from './writeGeneration.ts';

/** Who hears of the steps and lets other work in between. */
interface Listener {
  onDocument(document: JsonDocument, refusals?: LinkedRefusals): void;
  tell(event: LoadEvent): void;
  onSamples?(samples: SampleTable): void;
  pause: Pause;
}

/** Rows that are told first; then as many again, up to a chunk. */
const firstBatch = 500;

/** What is read. */
interface Subject {
  readonly document: JsonDocument;
  readonly result: StrictResult;
  /** Holds the first rows already. */
  readonly samples: SampleWriter;
  /** The text was made of one. */
  readonly stream?: StreamFacts;
}

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
  readonly #context: CheckContext;
  readonly #checks: ResponseChecks;
  readonly #samples: SampleWriter;
  /** What the page has been told of them. */
  #told = 0;
  #generationCount = 0;
  readonly #issues = new IssueWriter();
  readonly #generations = new LinkGenerations();
  readonly #providers: GatheredProviders;
  readonly #scans: GenerationScans;
  /** The raw outputs: what a provider said is one of them as a rule. */
  readonly #known = new KnownTexts();
  readonly #answers = new AnswerGroups();
  /** Those that say nothing themselves, by position. */
  readonly #silent = new Map<number, Pick<Generation, 'output' | 'outputKind'>>();
  readonly #stream: StreamFacts | undefined;

  constructor({ document, result, samples, stream }: Subject, target: Listener, slice: Slice) {
    const root = documentCursor(document, rootPointer);
    if (!root) throw new Error('A response without a root');
    this.#document = document;
    this.#result = result;
    this.#target = target;
    this.#slice = slice;
    this.#stream = stream;
    this.#samples = samples;
    this.#root = root;
    const request = readRequest(root);
    this.#context = {
      isChat: isChatResponse(root),
      isWhole: result.error === undefined,
      isStreamPiece: stream?.isJoined === true,
      isProviderStream: stream?.isJoined === false,
      request,
      now: Date.now(),
      shapes: new KnownShapes(),
      inputs: new KnownInputs(),
    };
    const isSound = result.findings.invalidUtf8.total === 0;
    this.#scans = newScans(isSound);
    this.#providers = new GatheredProviders(request, new TextScan(isSound, this.#known));
    this.#checks = createResponseChecks(root, this.#context);
    this.#issues.addAll(checkSource(result.findings));
  }

  async run(): Promise<void> {
    await this.#readGenerations();
    await this.#readProviders();
    await this.#findSecrets();
    await this.#finish();
  }

  async #readGenerations(): Promise<void> {
    const total = listLength(this.#document, 'data');
    let position = 0;
    let sent = 0;
    for (const cursor of itemsInTurn(this.#root.get('data'))) {
      const isBroken = this.#isBroken(cursor);
      const generation = readGeneration(cursor, position, this.#scans);
      if (isBroken) {
        writeGeneration(this.#samples, generation, undefined, isBroken);
      } else {
        const { issues, facts } = checkGeneration(generation, cursor, this.#context);
        this.#issues.addAll(issues);
        this.#checks.add(facts);
        this.#generations.add(generation);
        const { rawRange, rawScan } = generation;
        if (rawRange && rawScan) this.#known.add(rawRange.bytes, rawRange.from, rawRange.to, rawScan);
        if (saysNothing(generation)) {
          const { output, outputKind } = generation;
          this.#silent.set(position, { ...(output !== undefined && { output }), outputKind });
        }
        writeGeneration(this.#samples, generation, this.#answers.add(generation), isBroken);
      }
      position++;
      if (position - sent >= Math.min(chunkRows, Math.max(firstBatch, sent))) {
        this.#tellRows();
        sent = position;
      }
      await this.#slice.progress('generations', position, total);
    }
    this.#generationCount = position;
    if (position > sent) this.#tellRows();
  }

  /** Whether the text breaks off in it. */
  #isBroken({ pointer }: JsonCursor): boolean {
    return !this.#context.isWhole && (this.#document.find(pointer)?.isIncomplete ?? false);
  }

  async #readProviders(): Promise<void> {
    const total = listLength(this.#document, 'provider_responses');
    let position = 0;
    for (const cursor of itemsInTurn(this.#root.get('provider_responses'))) {
      if (this.#isBroken(cursor)) break;
      this.#providers.add(cursor, position);
      this.#issues.addAll(this.#providers.issues.splice(0));
      position++;
      await this.#slice.progress('providers', position, total);
    }
  }

  async #findSecrets(): Promise<void> {
    const secrets = [];
    for (const piece of secretPieces(this.#document.bytes)) {
      secrets.push(...piece);
      await this.#slice.progress('linking', 0, 1);
    }
    this.#issues.addAll(secretIssues(secrets, this.#root, (byte) => this.#document.pointerAt(byte)));
  }

  async #finish(): Promise<void> {
    const { tell } = this.#target;
    const links = await this.#providers.findLinks(this.#generations, (pointer) => this.#textAt(pointer), this.#slice);
    const linked = this.#providers.link(links);
    const providers = this.#providers.writer.table();
    this.#issues.addAll(this.#checks.finish(linked));
    const distinctCount = this.#readRefusals();
    const { error } = this.#result;
    if (error?.isEndOfText) this.#issues.add(cutIssue(error.line, this.#generations.count));
    const cutLine = this.#stream && lineOfCut(this.#stream, this.#samples.table(), providers);
    if (cutLine !== undefined) this.#issues.add(cutIssue(cutLine, this.#generations.count));
    const issues = await this.#inSteps(this.#issues.finishing());
    await this.#inSteps(writeIssueCounts(this.#samples, new IssueTable(issues)));
    const found = { links: links.links, fromChoice: linked.fromChoice, isChecked: this.#context.isWhole };
    await this.#inSteps(writeFound(this.#samples, this.#generationCount, found));
    const samples = this.#samples.table();
    await this.#providers.tell(this.#target);
    tell({ type: 'links', columns: links.links.columns });
    this.#tellRows();
    await this.#target.pause();

    const counted = countedProviders(providers);
    const usage = readResponseUsage(this.#root);
    const failure = error && (await brokenFailure(this.#document, error));
    tell({
      type: 'complete',
      lineCount: this.#document.source.lines.lineCount,
      issues,
      distinctCount,
      usage: usageRows({ pointer: usage?.pointer ?? pointerOf('usage'), usage }, counted, samples),
      agreement: usageAgreement(usage, counted, samples, asksForBestOf(this.#context.request)),
      fields: new ResponseFields(this.#document).told(),
      generationCount: this.#generationCount,
      providerCount: providers.length,
      ...(failure && { failure }),
    });
  }

  async #inSteps<Result>(steps: Generator<void, Result>): Promise<Result> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await this.#slice.progress('linking', 0, 1);
    }
  }

  /** What a linked choice refuses is what a silent generation says: its group is another one then. Gives how many distinct answers there are. */
  #readRefusals(): number {
    const refusals = new Map<number, readonly Pointer[]>();
    const providers = this.#providers.writer.table();
    for (let choice = 0; choice < providers.choiceCount; choice++) {
      const generation = providers.generation(choice);
      const silent = this.#silent.get(generation);
      const refusalPlaces = silent && providers.choice(choice)?.refusalPlaces;
      if (silent === undefined || refusalPlaces === undefined) continue;
      refusals.set(generation, refusalPlaces);
      const refusal = refusalPlaces.map((place) => this.#stringAt(place) ?? '').join('');
      const group = this.#answers.add({ ...silent, toolCalls: [], refusal });
      if (group !== undefined) this.#samples.setCount('group', generation, group);
    }
    if (refusals.size === 0) return this.#answers.count;
    this.#target.onDocument(this.#document, refusals);
    const read = this.#samples.table();
    const told = Array.from({ length: this.#generationCount }, (_, position) => read.group(position));
    const { groups, count } = renumbered(told.map((group) => (group < 0 ? undefined : group)));
    groups.forEach((group, position) => {
      if (group !== undefined) this.#samples.setCount('group', position, group);
    });
    return count;
  }

  /** Tells the columns that were written since the last time. */
  #tellRows(): void {
    const { version, chunks } = this.#samples.chunksSince(this.#told);
    this.#told = version;
    this.#target.tell({ type: 'rows', chunks });
    this.#target.onSamples?.(this.#samples.table());
  }

  /** As `#stringAt`; of an object or a list its source text. */
  #textAt(pointer: Pointer): string | undefined {
    const node = this.#document.find(pointer);
    if (node?.kind !== 'object' && node?.kind !== 'array') return this.#stringAt(pointer);
    return decodeUtf8(this.#document.bytes, node.from, node.to);
  }

  #stringAt(pointer: Pointer): string | undefined {
    const node = this.#document.find(pointer);
    return node?.kind === 'string' ? readString(this.#document.bytes, node.from, node.to) : undefined;
  }
}
