// Several responses as one: their generations and provider responses in one list each, what else their roots hold in a third, with the ranges that
// belong to each of them. Values are copied as they stand. Knows the keys of a response's lists and nothing of what is in them.

import { createDocument } from '../json/document.ts';
import type { LineIndex } from '../json/lines.ts';
import { pointerOf, rootPointer } from '../json/pointer.ts';
import { skim } from '../json/skim.ts';
import { type MadeBytes, MadeText } from './madeText.ts';

/** A response among several, as it was found. */
export interface FoundResponse extends MadeBytes {
  /** How a person finds it again. */
  readonly name: string;
  /** The form that it was read as. */
  readonly form: string;
  /** The key of its prompt, where the form knows one. */
  readonly group?: string;
  readonly isSensitive?: boolean;
}

/** A response among several, as a part of the composed one. Ranges are positions `[from, to)`. */
export interface ComposedEntry extends Omit<FoundResponse, keyof MadeBytes> {
  /** It has a list `data`, which may be empty; otherwise its samples are its choices. */
  readonly hasData: boolean;
  readonly data: readonly [from: number, to: number];
  readonly providers: readonly [from: number, to: number];
}

export interface Composed extends MadeBytes {
  readonly entries: readonly ComposedEntry[];
}

/** The key of the list of what else the roots hold, an item a response. */
const responsesKey = 'responses';

/** Nobody asks for lines of the parts. */
const noLines: LineIndex = { lineCount: 1, starts: Uint32Array.of(0) };

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Root {
  readonly data: readonly Range[] | undefined;
  readonly providers: readonly Range[];
  /** Other members, keys included. */
  readonly others: readonly Range[];
}

/** One text of all of them, in their order. */
export function compose(found: readonly FoundResponse[]): Composed {
  const size = found.reduce((sum, { bytes }) => sum + bytes.length + 16, 64);
  const made = new MadeText(new Uint8Array(0), size);
  const roots = found.map(({ bytes }) => rootOf(bytes));
  const entries: ComposedEntry[] = [];
  let dataCount = 0;
  let providerCount = 0;
  for (const [at, { bytes: _bytes, map: _map, ...meta }] of found.entries()) {
    const { data, providers } = roots[at] as Root;
    const dataTo = dataCount + (data?.length ?? 0);
    const providersTo = providerCount + providers.length;
    entries.push({
      ...meta,
      hasData: data !== undefined,
      data: [dataCount, dataTo],
      providers: [providerCount, providersTo],
    });
    dataCount = dataTo;
    providerCount = providersTo;
  }
  const start = found[0]?.map.toOrigin(0, 0).from ?? 0;
  made.write('{"data": [', start, start);
  writeLists(made, found, roots, ({ data }) => data ?? []);
  made.write('\n], "provider_responses": [', start, start);
  writeLists(made, found, roots, ({ providers }) => providers);
  made.write(`\n], "${responsesKey}": [`, start, start);
  for (const [at, one] of found.entries()) {
    made.write(at === 0 ? '\n{' : ',\n{', start, start);
    for (const [position, { from, to }] of (roots[at] as Root).others.entries()) {
      if (position > 0) made.write(', ', start, start);
      made.add(one, from, to);
    }
    made.write('}', start, start);
  }
  made.write('\n]}\n', start, start);
  return { ...made.finish(), entries };
}

function writeLists(
  made: MadeText,
  found: readonly FoundResponse[],
  roots: readonly Root[],
  listOf: (root: Root) => readonly Range[],
): void {
  let isFirst = true;
  for (const [at, one] of found.entries()) {
    for (const { from, to } of listOf(roots[at] as Root)) {
      const { from: origin } = one.map.toOrigin(from, from);
      made.write(isFirst ? '\n' : ',\n', origin, origin);
      made.add(one, from, to);
      isFirst = false;
    }
  }
}

function rootOf(bytes: Uint8Array): Root {
  const document = createDocument(bytes, skim(bytes, { depth: 2 }), noLines);
  const members = document.children(rootPointer, 0, Number.POSITIVE_INFINITY) ?? [];
  const listAt = (key: string): readonly Range[] | undefined => {
    const node = document.find(pointerOf(key));
    return node?.kind === 'array' ? document.children(pointerOf(key), 0, Number.POSITIVE_INFINITY) : undefined;
  };
  const data = listAt('data');
  const providers = listAt('provider_responses');
  const isTaken = (key: string | number | undefined) =>
    (key === 'data' && data !== undefined) || (key === 'provider_responses' && providers !== undefined);
  const others = members.filter(({ key }) => !isTaken(key)).map(({ keyFrom, to }) => ({ from: keyFrom, to }));
  return { data, providers: providers ?? [], others };
}
