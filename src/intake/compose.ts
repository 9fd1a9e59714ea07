// Several responses as one: their generations and provider responses in one list each, what else their roots hold in a third, with the ranges that
// belong to each of them. Values are copied as they stand. Knows the keys of a response's lists and nothing of what is in them.

import { ContainerStack } from '../json/containerStack.ts';
import { kindCode, NodeTableBuilder } from '../json/nodeTable.ts';
import { skimInto } from '../json/skim.ts';
import { readString } from '../json/text.ts';
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
  /** It was made of something that is no CompletionResponse. */
  readonly isRelative?: boolean;
}

/** A response among several, as a part of the composed one. Ranges are positions `[from, to)`. */
export interface ComposedEntry extends Omit<FoundResponse, keyof MadeBytes> {
  /** It has a list `data`, which may be empty; otherwise its samples are its choices. */
  readonly hasData: boolean;
  /** It has a list of provider responses, which may be empty. */
  readonly hasProviders: boolean;
  readonly data: readonly [from: number, to: number];
  readonly providers: readonly [from: number, to: number];
}

export interface Composed extends MadeBytes {
  readonly entries: readonly ComposedEntry[];
}

/** The key of the list of what else the roots hold, an item a response. */
const responsesKey = 'responses';

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Root {
  readonly data: readonly Range[] | undefined;
  readonly providers: readonly Range[] | undefined;
  /** Other members, keys included. */
  readonly others: readonly Range[];
  /** All of it, where it is no object. */
  readonly value?: Range;
}

const [firstItem, nextItem, firstRoot, nextRoot] = ['\n', ',\n', '\n{', ',\n{'].map((text) =>
  new TextEncoder().encode(text),
) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];

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
    const providersTo = providerCount + (providers?.length ?? 0);
    entries.push({
      ...meta,
      hasData: data !== undefined,
      hasProviders: providers !== undefined,
      data: [dataCount, dataTo],
      providers: [providerCount, providersTo],
    });
    dataCount = dataTo;
    providerCount = providersTo;
  }
  const start = found[0]?.map.toOrigin(0, 0).from ?? 0;
  made.write('{', start, start);
  // Where none has the list, there is none: their samples are their choices.
  if (roots.some(({ data }) => data !== undefined)) {
    made.write('"data": [', start, start);
    writeLists(made, found, roots, ({ data }) => data ?? []);
    made.write('\n], ', start, start);
  }
  made.write('"provider_responses": [', start, start);
  writeLists(made, found, roots, ({ providers }) => providers ?? []);
  made.write(`\n], "${responsesKey}": [`, start, start);
  for (const [at, one] of found.entries()) {
    made.write(at === 0 ? firstRoot : nextRoot, start, start);
    const { others, value } = roots[at] as Root;
    if (value) {
      made.write('"value": ', start, start);
      made.add(one, value.from, value.to);
    }
    for (const [position, { from, to }] of others.entries()) {
      if (position > 0) made.write(', ', start, start);
      made.add(one, from, to);
    }
    made.byte(0x7d, start, start);
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
      made.write(isFirst ? firstItem : nextItem, origin, origin);
      made.add(one, from, to);
      isFirst = false;
    }
  }
}

/** Used again for each response, of which there may be tens of thousands. */
const table = new NodeTableBuilder();
const stack = new ContainerStack();

function rootOf(bytes: Uint8Array): Root {
  skimInto(table, stack, bytes, 2, 0, bytes.length);
  if (table.count > 0 && table.kind[0] !== kindCode.object) {
    return { data: undefined, providers: undefined, others: [], value: rangeOf(0) };
  }
  const members = table.count === 0 ? [] : membersOf(0);
  // Of equal keys the last counts.
  const listAt = (key: string): number | undefined => {
    const row = members.findLast((member) => isKey(bytes, member, key));
    return row !== undefined && table.kind[row] === kindCode.array ? row : undefined;
  };
  const data = listAt('data');
  const providers = listAt('provider_responses');
  const isTaken = (row: number) =>
    (data !== undefined && isKey(bytes, row, 'data')) ||
    (providers !== undefined && isKey(bytes, row, 'provider_responses'));
  return {
    data: data === undefined ? undefined : membersOf(data).map(rangeOf),
    providers: providers === undefined ? undefined : membersOf(providers).map(rangeOf),
    others: members
      .filter((row) => !isTaken(row))
      .map((row) => ({ from: table.keyFrom[row] as number, to: table.to[row] as number })),
  };
}

function membersOf(row: number): readonly number[] {
  const members: number[] = [];
  for (let child = table.firstChild[row] as number; child >= 0; child = table.nextSibling[child] as number) {
    members.push(child);
  }
  return members;
}

function isKey(bytes: Uint8Array, row: number, key: string): boolean {
  const from = table.keyFrom[row] as number;
  const to = table.keyTo[row] as number;
  // A key may be written with escapes, which take more room.
  return to - from >= key.length + 2 && readString(bytes, from, to) === key;
}

function rangeOf(row: number): Range {
  return { from: table.from[row] as number, to: table.to[row] as number };
}
