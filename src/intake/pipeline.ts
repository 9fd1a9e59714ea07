// From what a person brought to the JSON of a response, through forms that are tried in order, each part read on until it is JSON. Knows the list of
// forms and none of them.

import { bomLength } from '../json/utf8.ts';
import { formatCount, plural } from '../words/numbers.ts';
import { BrokenParts, breaksOff } from './brokenParts.ts';
import { joinedStreams } from './chunkParts.ts';
import { type ComposedEntry, compose, type FoundResponse, type FoundResponses, type ResponseWords } from './compose.ts';
import type { Form, Head, Mend, Part, Read, Refusal, Several, StreamFacts } from './form.ts';
import { forms } from './forms.ts';
import type { MadeBytes } from './madeText.ts';
import { applied } from './mends/edits.ts';
import { hideIn, type Origin, Placed } from './origins.ts';
import { readRoot } from './roots.ts';
import { isSound } from './soundJson.ts';
import { type ByteRange, sameMap } from './sourceMap.ts';
import { withRequest } from './withRequest.ts';

/** JSON that was made of the input; `map` leads to the origins, one after the other. */
export interface TakenIn extends MadeBytes {
  readonly isRefused?: false;
  /** In words: `Python repr`, `HAR, 3 responses`. */
  readonly form: string;
  readonly notes: readonly string[];
  readonly origins: readonly Origin[];
  /** Absent for a single response. */
  readonly entries?: readonly ComposedEntry[];
  readonly grouping?: string;
  /** Of a single response that was made of one: where a stream ends says nothing of others. */
  readonly stream?: StreamFacts;
  readonly isRelative?: boolean;
  /** What was overwritten in the origins, one after the other: values of headers. Absent where nothing was. */
  readonly hidden?: readonly ByteRange[];
}

/** Forms within forms: a zip of logs that hold streams in strings has four. */
const deepest = 8;
const headBytes = 65_536;
const quotationMark = 0x22;

/** What the parts of a reading have from the forms around it. */
interface Within extends Pick<Part, 'group' | 'isSensitive'> {
  /** Names of the parts that it lies in. */
  readonly path: readonly string[];
  readonly depth: number;
  /** All that was brought is in it. */
  readonly isWhole: boolean;
  /** The request that it answers and what was noted of it, with their way back to the origins. */
  readonly request?: MadeBytes;
  readonly metadata?: MadeBytes;
}

/**
 * Reads the input as the first form that takes it, after a mend that a person agreed to; undefined where none does. `isAgreed`: a person agreed to what
 * was asked (`Refusal.ask`). `outermost`: ids of forms; where another one takes it, it is undefined.
 */
export async function takeIn(
  bytes: Uint8Array<ArrayBuffer>,
  isAgreed = false,
  mend?: Mend,
  outermost?: readonly string[],
): Promise<TakenIn | Refusal | undefined> {
  return await new Intake(bytes, forms, isAgreed).run(mend, outermost);
}

class Intake {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #forms: readonly Form[];
  readonly #isAgreed: boolean;
  /** What the input is, as far as all of it is one thing within another: `gzip, HAR`. */
  readonly #words: string[] = [];
  readonly #origins: Origin[] = [];
  readonly #found: (FoundResponse | FoundResponses)[] = [];
  readonly #notes = new Set<string>();
  readonly #hidden: ByteRange[] = [];
  #stream: StreamFacts | undefined;
  #grouping: string | undefined;
  #nextOrigin = 0;
  /** Why the last part that cannot be opened cannot. */
  #refusal: Refusal | undefined;
  readonly #broken = new BrokenParts();

  constructor(bytes: Uint8Array<ArrayBuffer>, list: readonly Form[], isAgreed: boolean) {
    this.#bytes = bytes;
    this.#forms = list;
    this.#isAgreed = isAgreed;
  }

  async run(mend?: Mend, outermost?: readonly string[]): Promise<TakenIn | Refusal | undefined> {
    const whole = new Placed(this.#bytes, undefined, (text) => this.#addOrigin(text));
    const outer = mend ? mendedText(this.#bytes, mend) : await this.#firstReading(whole, outermost);
    if (outer === undefined || 'isRefused' in outer) return outer;
    await this.#readParts(outer, whole, { path: [], depth: 1, isWhole: true });
    if (this.#found.length === 0)
      return (
        (mend && this.#cutOff(outer, whole)) ??
        this.#refusal ??
        this.#broken.refusal((refusal, placed) => this.#inBrought(refusal, placed))
      );
    const words = [...new Set(this.#words)];
    const common = {
      notes: [...this.#notes],
      origins: this.#origins,
      ...(this.#grouping !== undefined && { grouping: this.#grouping }),
      ...(this.#hidden.length > 0 && { hidden: this.#hidden }),
    };
    const [only] = this.#found;
    if (only && this.#found.length === 1 && !('roots' in only)) {
      const { bytes, map, isRelative } = only;
      const form = [...new Set([...words, only.form])].join(', ');
      const stream = this.#stream && { stream: this.#stream };
      return { bytes, map, form, ...common, ...stream, ...(isRelative && { isRelative }) };
    }
    const { entries, ...composed } = compose(this.#found);
    const notes = [...common.notes, ...ofChoices(entries)];
    return { ...composed, entries, form: [...words, plural(entries.length, 'response')].join(', '), ...common, notes };
  }

  #addOrigin({ bytes, name }: { readonly bytes: Uint8Array<ArrayBuffer>; readonly name?: string }): number {
    const at = this.#nextOrigin;
    this.#origins.push({ bytes, at, ...(name !== undefined && { name }) });
    // A line end between them.
    this.#nextOrigin += bytes.length + 1;
    return at;
  }

  async #firstReading({ bytes }: MadeBytes, among?: readonly string[]): Promise<Read | Refusal | undefined> {
    const head = headOf(bytes);
    for (const form of this.#forms) {
      const reading = form.looksLike(head) ? await form.read(bytes, this.#isAgreed) : undefined;
      if (reading !== undefined) return among === undefined || among.includes(form.id) ? reading : undefined;
    }
    return undefined;
  }

  async #readParts(read: Read, of: MadeBytes, { path: names, depth, isWhole, ...carried }: Within): Promise<void> {
    const streams = joinedStreams(read.parts);
    if (isWhole) this.#words.push(read.form, ...(streams ? [streams.fact] : (read.facts ?? [])));
    for (const note of [...read.notes, ...(streams ? [streams.note] : [])]) this.#notes.add(note);
    this.#grouping ??= read.grouping;
    for (const { from, to } of read.hidden ?? []) {
      const range = of.map.toOrigin(from, to);
      this.#hidden.push(range);
      hideIn(this.#origins, range.from, range.to);
    }
    const parts = streams?.parts ?? read.parts;
    for (const [number, part] of parts.entries()) {
      const isNumbered = parts.length > 1 && part.several === undefined;
      const name = part.name ?? (isNumbered ? String(number + 1) : undefined);
      const path = name === undefined ? names : [...names, name];
      const isOnly = isWhole && parts.length === 1;
      const { group, isSensitive, request, metadata } = part;
      const meant = {
        ...carried,
        ...(group !== undefined && { group }),
        ...(isSensitive && { isSensitive }),
        ...(request && { request: { bytes: request.bytes, map: of.map.under(request.map) } }),
        ...(metadata && { metadata: { bytes: metadata.bytes, map: of.map.under(metadata.map) } }),
      };
      await this.#readPart(part, this.#placed(part, of), read, { ...meant, path, depth, isWhole: isOnly });
    }
  }

  /** The part with its way back to the origins. */
  #placed(part: Part, of: MadeBytes): MadeBytes {
    if (part.map !== undefined) return { bytes: part.bytes, map: of.map.under(part.map) };
    return new Placed(part.bytes, part.name, (text) => this.#addOrigin(text));
  }

  /** JSON that was found: a response as it stands, or what is made a response of it. */
  #add(part: Part, placed: MadeBytes, form: string, { path, group, isSensitive, request, metadata }: Within): void {
    const root = readRoot(placed.bytes);
    for (const note of root?.notes ?? []) this.#notes.add(note);
    const { isRelative } = part;
    const made = root?.parts.map((one) => ({
      ...one,
      map: placed.map.under(one.map ?? sameMap(one.bytes.length)),
      path: one.name === undefined ? path : [...path, one.name],
    }));
    for (const one of made ?? [{ bytes: placed.bytes, map: placed.map, path, isRelative }]) {
      this.#found.push({
        ...(request || metadata ? withRequest(one, { request, metadata }) : { bytes: one.bytes, map: one.map }),
        name: one.path.join(' · '),
        form: root?.form ?? form,
        ...(group !== undefined && { group }),
        ...(isSensitive && { isSensitive }),
        ...(one.isRelative && { isRelative: true }),
      });
    }
  }

  /** Responses that were read already, all at once; with something that belongs to each of them one by one. */
  #addSeveral(
    { roots, partOf, wordsOf: ownWords, formOf }: Several,
    placed: MadeBytes,
    form: string,
    within: Within,
  ): void {
    const { path, group, isSensitive, request, metadata } = within;
    if (request || metadata) {
      for (let response = 0; response < roots.count; response++) {
        const part = partOf(response);
        this.#add(part, this.#placed(part, placed), form, { ...within, path: [...path, part.name ?? ''] });
      }
      return;
    }
    const before = path.length === 0 ? '' : `${path.join(' · ')} · `;
    const wordsOf = (response: number): ResponseWords => {
      const { name = '', group: own = group, isRelative } = ownWords(response);
      return {
        name: before + name,
        form: formOf?.(response) ?? form,
        ...(own !== undefined && { group: own }),
        ...(isSensitive && { isSensitive }),
        ...(isRelative && { isRelative }),
      };
    };
    this.#found.push({ roots, textOf: () => placed, wordsOf, size: placed.bytes.length });
  }

  /** A refusal of a text within what was brought, with its place there; what was unpacked has none. */
  #inBrought(refusal: Refusal, placed: MadeBytes): Refusal {
    const { byte, ...others } = refusal;
    if (byte === undefined || placed instanceof Placed) return others;
    const { from } = placed.map.toOrigin(byte, byte + 1);
    const own = this.#origins.find(({ bytes }) => bytes === this.#bytes);
    const place = own === undefined ? -1 : from - own.at;
    return place < 0 || place > this.#bytes.length ? others : { ...others, byte: place };
  }

  /** A mended text that breaks off opens as far as it goes, as it would if it had been brought so. */
  #cutOff({ form, notes, parts }: Read, whole: MadeBytes): TakenIn | undefined {
    const [part] = parts;
    if (part === undefined || !breaksOff(part.bytes)) return undefined;
    const { bytes, map } = this.#placed(part, whole);
    return { bytes, map, form, notes, origins: this.#origins };
  }

  async #readPart(part: Part, placed: MadeBytes, read: Read, within: Within): Promise<void> {
    const { path, depth } = within;
    if (part.several) {
      this.#addSeveral(part.several, placed, read.form, within);
      return;
    }
    const name = path.join(' · ');
    const isDocument = read.areDocuments === true && placed.bytes[0] !== quotationMark;
    const isFound = part.isJson || (isDocument && isSound(placed.bytes));
    const reading = isFound || depth === deepest ? undefined : await this.#firstReading(placed);
    if (isFound || (reading === undefined && isSound(placed.bytes))) {
      this.#stream ??= part.stream;
      this.#add(part, placed, read.form, within);
      return;
    }
    if (reading === undefined || 'isRefused' in reading) {
      if (reading === undefined) this.#broken.add(placed);
      this.#refusal = reading === undefined ? this.#refusal : this.#inBrought(reading, placed);
      this.#notes.add(`${name === '' ? 'What is inside' : name} was left out: ${whyNot(reading)}`);
      return;
    }
    await this.#readParts(reading, placed, { ...within, depth: depth + 1 });
  }
}

/** Said where some responses have generations and others have none. */
function ofChoices(entries: readonly ComposedEntry[]): readonly string[] {
  const bare = entries.filter(({ hasData }) => !hasData).length;
  if (bare === 0 || bare === entries.length) return [];
  const [have, choices] = bare === 1 ? ['has', 'its choices'] : ['have', 'their choices'];
  return [
    `${plural(bare, 'response')} of ${formatCount(entries.length)} ${have} no list of generations, unlike the others: ${choices} are the samples.`,
  ];
}

/** The mended text is read on as if it had been brought. */
function mendedText(bytes: Uint8Array<ArrayBuffer>, { title, edits }: Mend): Read {
  return {
    form: 'Mended text',
    notes: [`Mended: ${title}. The source shows the text as it was brought.`],
    parts: [{ ...applied(bytes, edits), isJson: false }],
  };
}

function whyNot(reading: Refusal | undefined): string {
  return reading === undefined ? 'it is no JSON, and no form that is known.' : `${reading.title}. ${reading.detail}`;
}

/** The start of a text, by which forms are told. */
export function headOf(bytes: Uint8Array<ArrayBuffer>): Head {
  const from = bomLength(bytes);
  const start = bytes.subarray(from, from + headBytes);
  const isWhole = from + start.length >= bytes.length;
  const text = new TextDecoder().decode(start, { stream: !isWhole });
  return { bytes: start, text, isWhole };
}
