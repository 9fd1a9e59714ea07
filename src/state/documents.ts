// The open documents as the page knows them: folded from load events, one pure function per step. Knows no worker and no screen.

import { type Pointer, pointerOf, rootPointer } from '../json/pointer.ts';
import { noProviders, type ProviderTable } from '../response/choices/choiceTable.ts';
import { IssueTable, noIssues } from '../response/issues/issueTable.ts';
import { Links } from '../response/link/links.ts';
import { LinksOfBoth, OwnLinks } from '../response/link/ownLinks.ts';
import type { LoadEvent, LoadFailure, TextMend } from '../response/loadEvents.ts';
import type {
  FieldRow,
  ResponseSummaries,
  StatedUsage,
  ToldPrompts,
  ToldResponses,
  UsageAgreement,
} from '../response/rows.ts';
import { firstSamples, noSamples, withChunks, withLinks } from '../response/samples/sampleChanges.ts';
import { flagBits } from '../response/samples/sampleColumns.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';
import { formatCount, plural } from '../words/numbers.ts';

export type DocumentId = string;

export interface OpenDocument {
  readonly id: DocumentId;
  readonly name: string;
  readonly load: 'loading' | 'complete' | 'failed';
  /** True from the first rows on: there is something to show. */
  readonly hasRows: boolean;
  readonly kind: 'response' | 'plain';
  /** It has no `data`: the choices of its provider responses are the samples. */
  readonly isBare?: boolean;
  /** Some of its responses have no `data`: their choices are samples too, behind the generations. */
  readonly isMixed?: boolean;
  /** What the input was recognised as, for people: `JSON`. */
  readonly form: string;
  /** What was done to the input to get the JSON that is shown, in sentences; empty when it is as it was brought. */
  readonly notes: readonly string[];
  /** Values of headers were in what was brought, and are hidden. */
  readonly hasHidden?: boolean;
  /** The change that it was read with. */
  readonly mend?: TextMend;
  /** The responses that it holds, where there are several. */
  readonly responses?: ToldResponses;
  /** What each of them adds up to; absent until everything is read. */
  readonly summaries?: ResponseSummaries;
  /** What they were asked; absent until everything is read. */
  readonly prompts?: ToldPrompts;
  /** What is there is of the start of a large text, and so are the counts. */
  readonly isStart?: boolean;
  /** Size in bytes; absent until the worker has them. */
  readonly bytes?: number;
  readonly lineCount?: number;
  readonly generationCount: number;
  readonly providerCount: number;
  readonly rows: SampleTable;
  readonly providers: ProviderTable;
  /** The first of them. */
  readonly fields: readonly FieldRow[];
  readonly fieldCount: number;
  readonly issues: IssueTable;
  /** Findings of muted checks: not in `issues`, not in any count. */
  readonly mutedIssues?: IssueTable;
  readonly distinctCount?: number;
  /** The response's own token counts; absent until everything is read, and of what is no response. */
  readonly usage?: StatedUsage;
  readonly agreement?: UsageAgreement;
  readonly failure?: LoadFailure;
  /** Start of the first generation's output, shown before anything can be asked for. */
  readonly firstOutput?: string;
}

export function newDocument(id: DocumentId, name: string): OpenDocument {
  return {
    id,
    name,
    load: 'loading',
    hasRows: false,
    kind: 'response',
    form: 'JSON',
    notes: [],
    generationCount: 0,
    providerCount: 0,
    rows: noSamples,
    providers: noProviders,
    fields: [],
    fieldCount: 0,
    issues: noIssues,
  };
}

/** The document after one load event. Progress is no part of it: it changes too often for everything that shows a document. */
export function foldLoadEvent(document: OpenDocument, event: LoadEvent): OpenDocument {
  switch (event.type) {
    case 'progress':
    case 'checked':
      return document;
    case 'again': {
      const { failure: _mended, ...rest } = document;
      return { ...rest, load: 'loading' };
    }
    case 'skimmed': {
      const { mend: _undone, ...before } = document;
      return {
        ...before,
        hasRows: true,
        kind: event.kind,
        isBare: event.isBare === true,
        isMixed: event.isMixed === true,
        form: event.form,
        notes: event.notes,
        ...(event.responses && { responses: event.responses }),
        hasHidden: event.hasHidden === true,
        ...(event.mend && { mend: event.mend }),
        ...(event.bytes !== undefined && { bytes: event.bytes }),
        isStart: event.isStart === true,
        generationCount: event.generationCount,
        providerCount: event.providerCount,
        rows: withChunks(noSamples, event.chunks),
        ...event.fields,
        ...(event.firstOutput === undefined ? {} : { firstOutput: event.firstOutput }),
      };
    }
    case 'rows':
      return { ...document, rows: withChunks(document.rows, event.chunks) };
    case 'providers': {
      const providers = (event.isFirst ? noProviders : document.providers).with(event.part);
      const rows = document.isBare ? withLinks(document.rows, new OwnLinks(providers)) : document.rows;
      return { ...document, providers, rows };
    }
    case 'links': {
      const { rows, providers } = document;
      const links = new Links(event.columns, { index: (position) => rows.index(position), choices: providers });
      return { ...document, rows: withLinks(rows, document.isMixed ? new LinksOfBoth(links, providers) : links) };
    }
    case 'complete':
      return {
        ...document,
        load: event.failure ? 'failed' : 'complete',
        ...(event.failure ? { failure: event.failure } : {}),
        lineCount: event.lineCount,
        issues: new IssueTable(event.issues),
        distinctCount: event.distinctCount,
        ...(event.summaries && { summaries: event.summaries }),
        ...(event.prompts && { prompts: event.prompts }),
        ...(event.usage && { usage: event.usage }),
        agreement: event.agreement,
        ...event.fields,
        generationCount: event.generationCount,
        providerCount: event.providerCount,
        rows: firstSamples(document.rows, event.generationCount),
      };
    case 'failed':
      return { ...document, load: 'failed', failure: event.failure };
  }
}

/** One sentence that says what was opened: the text of the page's status. */
export function outcomeSentence(document: OpenDocument): string {
  if (document.load === 'failed') {
    const failure = document.failure;
    const what = failure?.kind === 'syntax' ? 'not valid JSON' : (failure?.title ?? 'not read');
    return document.hasRows && !failure?.canTryAgain
      ? `${document.name}: ${what}: ${plural(wholeCount(document), 'generation')} before the error ${wholeCount(document) === 1 ? 'is' : 'are'} whole`
      : `${document.name}: ${what}`;
  }
  if (!document.hasRows) return `${document.name}: loading`;
  if (document.kind === 'plain') return `${document.name}: plain JSON, not a completion response`;
  if (document.isStart) return `${document.name}: ${plural(document.generationCount, 'generation')} so far`;
  const parts = [sampleWords(document)];
  if (document.distinctCount !== undefined && (!document.isBare || document.generationCount > 0))
    parts.push(distinctPart(document.distinctCount, document.generationCount));
  if (!document.isBare) parts.push(plural(document.providerCount, 'provider response'));
  if (document.load === 'complete')
    parts.push(plural(document.issues.length + (document.mutedIssues?.length ?? 0), 'issue'));
  return `${document.name}: ${parts.join(', ')}`;
}

/** `8 generations`; where choices are samples, `8 samples`, of a document without `data`, `8 samples from 1 provider response`. */
export function sampleWords({ isBare, isMixed, generationCount, providerCount }: OpenDocument): string {
  if (!isBare) return plural(generationCount, isMixed ? 'sample' : 'generation');
  return `${plural(generationCount, 'sample')} from ${plural(providerCount, 'provider response')}`;
}

function distinctPart(distinctCount: number, generationCount: number): string {
  return distinctCount === 0 && generationCount > 0 ? 'no answer' : `${formatCount(distinctCount)} distinct`;
}

/** What is selected when it opens: the first sample; until that is known, or where there is none, what the provider sent, or the root. */
export function firstPlace({
  generationCount,
  isBare,
  rows,
}: Pick<OpenDocument, 'generationCount' | 'isBare' | 'rows'>): Pointer {
  if (rows.length > 0) return rows.pointer(0);
  if (isBare) return pointerOf('provider_responses', 0);
  return generationCount > 0 ? pointerOf('data', 0) : rootPointer;
}

export function wholeCount({ rows }: OpenDocument): number {
  let broken = 0;
  for (const _ of rows.positionsWith('flags', flagBits.broken)) broken++;
  return rows.length - broken;
}
