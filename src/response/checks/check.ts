// What a check is: an id, a severity and a function that finds places. One file per group holds a table of them; a new
// group is one file and one line in `generationChecks.ts`, `responseChecks.ts`, `tokenChecks.ts` or `sourceChecks.ts`.

import type { JsonCursor } from '../../json/cursor.ts';
import type { Pointer } from '../../json/pointer.ts';
import { formatCount } from '../../words/numbers.ts';
import type { ScannedGeneration } from '../generation.ts';
import type { KnownInputs } from '../knownInputs.ts';
import type { KnownShapes } from '../knownShapes.ts';
import type { Issue, Severity, Usage } from '../model.ts';
import type { RequestFacts } from '../request.ts';
import type { ExtraKey } from '../violations.ts';
import type { ChoiceFacts, LinkFacts } from './choiceFacts.ts';
import type { GenerationFacts } from './generationFacts.ts';
import type { ProviderFacts } from './providerFacts.ts';

/** An issue without what the table already says. */
export type Finding = Omit<Issue, 'id' | 'severity'>;

/** `Subject` is what the check looks at: a generation, the tokens of a choice, the facts of a response. */
export interface Check<Subject> {
  readonly id: string;
  readonly severity: Severity;
  find(subject: Subject): readonly Finding[];
}

export interface CheckContext {
  readonly isChat: boolean;
  /** False when the text breaks off: then nothing is called missing that may have stood further on. */
  readonly isWhole: boolean;
  /** The generations were pieces of a stream, of which all but the last have no finish reason. */
  readonly isStreamPiece?: boolean;
  /** There is what a provider answered and nothing else: nothing that the platform adds is missing. */
  readonly isBare?: boolean;
  /** It was made of something that is no CompletionResponse: what only that has is not missed, and keys of its own are no surprise. */
  readonly isRelative?: boolean;
  readonly request: RequestFacts;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Of the generations that were checked so far. */
  readonly shapes: KnownShapes;
  readonly inputs: KnownInputs;
}

export interface GenerationSubject {
  readonly generation: ScannedGeneration;
  readonly cursor: JsonCursor;
  readonly context: CheckContext;
}

/** Choices that nothing but index or order tells apart, and the generations that have what they all have. */
export interface AmbiguousClass {
  /** Places in `data`. */
  readonly generations: readonly number[];
  readonly choices: readonly Pointer[];
  /** What is equal. */
  readonly what: 'text' | 'tool calls';
}

export interface LinkedFacts {
  readonly providers: ProviderFacts;
  readonly choices: ChoiceFacts;
  readonly ambiguous: readonly AmbiguousClass[];
  readonly links: LinkFacts;
}

export interface ResponseSubject extends LinkedFacts {
  readonly root: JsonCursor;
  readonly context: CheckContext;
  /** `num_samples` when it is a whole number. */
  readonly sampleCount?: { readonly value: number; readonly pointer: Pointer };
  readonly usage?: Usage;
  readonly generations: GenerationFacts;
  readonly rootExtraKeys: readonly ExtraKey[];
}

/** Runs a table of checks on one subject. */
export function runChecks<Subject>(checks: readonly Check<Subject>[], subject: Subject): readonly Issue[] {
  const issues: Issue[] = [];
  for (const { id, severity, find } of checks) {
    for (const finding of find(subject)) issues.push({ id, severity, ...finding });
  }
  return issues;
}

/** At most `most` findings of one check; the last says how many more there are. */
export function atMost(findings: Iterable<Finding>, most?: number): readonly Finding[] {
  return atMostOf(findings, (finding) => finding, most);
}

/** As `atMost`, of findings that are made of what is found. */
export function atMostOf<Found>(
  found: Iterable<Found>,
  findingOf: (found: Found) => Finding,
  most = 1000,
): readonly Finding[] {
  const listed: Finding[] = [];
  let unlisted = 0;
  for (const one of found) {
    if (listed.length < most) listed.push(findingOf(one));
    else unlisted++;
  }
  const last = listed.at(-1);
  if (last !== undefined && unlisted > 0) {
    listed[most - 1] = { ...last, detail: `${formatCount(unlisted)} more findings of this kind are not listed.` };
  }
  return listed;
}
