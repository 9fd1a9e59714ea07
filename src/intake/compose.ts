// Several responses as one: their generations and provider responses in one list each, what else their roots hold in a third, with the ranges that
// belong to each of them. Values are copied as they stand, in runs. Knows the keys of a response's lists and nothing of what is in them.

import { type MadeBytes, MadeText } from './madeText.ts';
import { RootColumns } from './rootColumns.ts';

/** What is said of a response among several. */
export interface ResponseWords {
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

/** A response among several, as it was found. */
export interface FoundResponse extends MadeBytes, ResponseWords {}

/** Many whose roots were read already. */
export interface FoundResponses {
  readonly roots: RootColumns;
  /** The text that a response stands in. */
  readonly textOf: (response: number) => MadeBytes;
  readonly wordsOf: (response: number) => ResponseWords;
  /** Of all texts, in bytes. */
  readonly size: number;
}

/** A response among several, as a part of the composed one. Ranges are positions `[from, to)`. */
export interface ComposedEntry extends ResponseWords {
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

const [firstItem, nextItem, firstRoot, nextRoot] = ['\n', ',\n', '\n{', ',\n{'].map((text) =>
  new TextEncoder().encode(text),
) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];

/** One text of all of them, in their order. */
export function compose(found: readonly (FoundResponse | FoundResponses)[]): Composed {
  const all = grouped(found);
  const size = all.reduce((sum, one) => sum + one.size + 16 * one.roots.count, 64);
  const made = new MadeText(new Uint8Array(0), size + (size >> 4));
  const entries = entriesOf(all);
  const start = all[0]?.textOf(0).map.toOrigin(0, 0).from ?? 0;
  made.write('{', start, start);
  // Where none has the list, there is none: their samples are their choices.
  if (entries.some(({ hasData }) => hasData)) {
    made.write('"data": [', start, start);
    writeLists(made, all, 'data');
    made.write('\n], ', start, start);
  }
  made.write('"provider_responses": [', start, start);
  writeLists(made, all, 'providers');
  made.write(`\n], "${responsesKey}": [`, start, start);
  writeOthers(made, all, start);
  made.write('\n]}\n', start, start);
  return { ...made.finish(), entries };
}

function entriesOf(all: readonly FoundResponses[]): readonly ComposedEntry[] {
  const entries: ComposedEntry[] = [];
  let dataCount = 0;
  let providerCount = 0;
  for (const { roots, wordsOf } of all) {
    for (let response = 0; response < roots.count; response++) {
      const dataTo = dataCount + roots.itemCount('data', response);
      const providersTo = providerCount + roots.itemCount('providers', response);
      entries.push({
        ...wordsOf(response),
        hasData: roots.hasData(response),
        hasProviders: roots.hasProviders(response),
        data: [dataCount, dataTo],
        providers: [providerCount, providersTo],
      });
      dataCount = dataTo;
      providerCount = providersTo;
    }
  }
  return entries;
}

function writeLists(made: MadeText, all: readonly FoundResponses[], list: 'data' | 'providers'): void {
  let isFirst = true;
  for (const one of all) {
    const { roots, textOf } = one;
    for (let response = 0; response < roots.count; response++) {
      if (roots.itemCount(list, response) === 0) continue;
      const text = textOf(response);
      roots.list(list, response, (from, to) => {
        const { from: origin } = text.map.toOrigin(from, from);
        made.write(isFirst ? firstItem : nextItem, origin, origin);
        made.add(text, from, to);
        isFirst = false;
      });
    }
  }
}

function writeOthers(made: MadeText, all: readonly FoundResponses[], start: number): void {
  let isFirst = true;
  for (const one of all) {
    for (let response = 0; response < one.roots.count; response++) {
      made.write(isFirst ? firstRoot : nextRoot, start, start);
      if (one.roots.isValue(response)) made.write('"value": ', start, start);
      const text = one.textOf(response);
      let isFirstMember = true;
      one.roots.others(response, (from, to) => {
        if (!isFirstMember) made.write(', ', start, start);
        made.add(text, from, to);
        isFirstMember = false;
      });
      made.byte(0x7d, start, start);
      isFirst = false;
    }
  }
}

/** Neighbours that were found one by one share their columns. */
function grouped(found: readonly (FoundResponse | FoundResponses)[]): readonly FoundResponses[] {
  const all: FoundResponses[] = [];
  let singles: FoundResponse[] = [];
  const finishSingles = () => {
    if (singles.length > 0) all.push(ofSingles(singles));
    singles = [];
  };
  for (const one of found) {
    if ('roots' in one) {
      finishSingles();
      all.push(one);
    } else singles.push(one);
  }
  finishSingles();
  return all;
}

function ofSingles(singles: readonly FoundResponse[]): FoundResponses {
  const roots = new RootColumns();
  for (const { bytes } of singles) roots.addText(bytes);
  const at = (response: number) => singles[response] as FoundResponse;
  return {
    roots,
    textOf: at,
    wordsOf(response) {
      const { bytes: _bytes, map: _map, ...words } = at(response);
      return words;
    },
    size: singles.reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
}
