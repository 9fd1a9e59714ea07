// What can be taken away of what is on screen: a pane says what it would write while it is mounted, the shell writes it to a file or the clipboard.
// Knows no file, no clipboard and no form.

import { useLayoutEffect, useRef } from 'react';

/** What panes write; `rows`: the selected row or the chosen ones, as they are copied by key. */
export type WritingId = 'csv' | 'tsv' | 'jsonl' | 'rows' | 'markdown' | 'fields' | 'calls' | 'callsTable';

/** What is written as the document has it, whatever is on screen. */
const jsonIds = ['generation', 'provider', 'response', 'responses'] as const;
export type JsonId = (typeof jsonIds)[number];

export type TakenId = WritingId | JsonId;

export function isJsonId(id: TakenId): id is JsonId {
  return (jsonIds as readonly TakenId[]).includes(id);
}

const takenWords: Readonly<Record<TakenId, string>> = {
  csv: 'the table as CSV',
  tsv: 'the table as TSV',
  jsonl: 'the table as JSON Lines',
  rows: 'the row, or the chosen rows',
  markdown: 'the comparison as Markdown',
  fields: 'the compared fields as CSV',
  calls: 'the compared calls as Markdown',
  callsTable: 'the compared calls as CSV',
  generation: 'the generation as JSON',
  provider: 'the provider response as JSON',
  response: 'the response as JSON',
  responses: 'the responses of the table as JSON',
};

/** In the order in which they are listed. */
export const takenIds = Object.keys(takenWords) as readonly TakenId[];

export const takingWays = ['download', 'copy'] as const;
export type TakingWay = (typeof takingWays)[number];

export const wayWords = { download: 'Download', copy: 'Copy' } as const satisfies Readonly<Record<TakingWay, string>>;

/** As a command is called: `Download the table as CSV`. */
export function takingWords(id: TakenId, way: TakingWay): string {
  return `${wayWords[way]} ${takenWords[id]}`;
}

export interface Written {
  readonly content: Blob;
  /** Sentences about what could not stay as it is. */
  readonly notes: readonly string[];
}

export interface WriteHooks {
  /** Ends the work; it then rejects. */
  readonly signal: AbortSignal;
  /** Gets the part of the work that is done, 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/** Something that can be written. */
export interface Writing {
  /** `8 rows as CSV` */
  readonly words: string;
  readonly fileName: string;
  write(hooks: WriteHooks): Promise<Written>;
}

/** Undefined from one who has nothing to write now. */
export type Writings = Partial<Readonly<Record<WritingId, () => Writing | undefined>>>;

const mounted = new Set<{ readonly current: Writings }>();

/** While the component is mounted, these can be written. A writing belongs to one component. */
export function useWritings(writings: Writings): void {
  const latest = useRef(writings);
  // The shell, outside of React, asks what the latest rendering gave.
  useLayoutEffect(() => {
    latest.current = writings;
  });
  // As above: they are there with what they write, before a key can be meant for it.
  useLayoutEffect(() => {
    mounted.add(latest);
    return () => {
      mounted.delete(latest);
    };
  }, []);
}

/** Undefined where nothing on screen is that now. */
export function writingOf(id: WritingId): Writing | undefined {
  for (const { current } of mounted) {
    const writing = current[id]?.();
    if (writing !== undefined) return writing;
  }
  return undefined;
}

/** A name for a file of what was made of a document: `response.json` and `generations.csv` give `response-generations.csv`. */
export function fileNameOf(documentName: string, rest: string): string {
  const stem = documentName.replace(/\.[A-Za-z0-9]{1,8}$/, '');
  // Signs that a file system or a shell takes for something else, and what cannot be seen.
  const plain = stem
    .replaceAll(/[\\/:*?"<>|\p{C}]+/gu, '_')
    .replace(/^[.\s]+/, '')
    .slice(0, longestStem)
    .trim();
  return `${plain === '' ? 'response' : plain}-${rest}`;
}

const longestStem = 80;
