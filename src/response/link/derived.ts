// The other forms in which the text of a generation can be that of a choice, and the ends of texts. Each open text is loaded once for all of
// them and let go of; what stays are hashes. Knows texts only.

import { type Pointer, pointerOf } from '../../json/pointer.ts';
import { pyStrip } from '../pythonStrip.ts';
import { TextEntries } from './lanes.ts';
import { canonicalText, type LinkGenerations, type TextSource } from './linkInput.ts';

/** Code points that must be shared at least where one text is the start or end of another. */
const leastShared = 16;

/** Forms of texts by the relation that they are for. */
export class DerivedTexts {
  readonly normal = new TextEntries();
  readonly json = new TextEntries();
  /** First and last code units, told apart by their parts 0 and 1. */
  readonly starts = new TextEntries();
  readonly ends = new TextEntries();
  /** Of choices only. */
  readonly afterPrompt = new TextEntries();
  readonly pieces = new TextEntries();

  /** Of which response among several the next texts are. */
  set salt(salt: number) {
    for (const { texts } of [this.normal, this.json, this.starts, this.ends, this.afterPrompt, this.pieces])
      texts.salt = salt;
  }

  /** Of a generation: its `output`, and the ends of its raw output, else of its output. */
  addGeneration(row: number, generations: LinkGenerations, { load }: TextSource): void {
    const raw = generations.rawOutput;
    const own = raw.has(row) ? raw : generations.output;
    const output = generations.output.has(row) ? load(pointerOf('data', row, 'output')) : undefined;
    if (output !== undefined) this.#addForms(row, output);
    if (own.characters(row) < leastShared) return;
    const text = own === raw ? load(pointerOf('data', row, 'raw_output')) : output;
    if (text !== undefined) this.#addEnds(row, text);
  }

  /** Of a choice whose text is joined from `places` and has so many characters. */
  addChoice(choice: number, places: readonly Pointer[], characters: number, { load, prompts }: TextSource): void {
    const parts = places.map((place) => load(place) ?? '');
    const text = parts.join('');
    for (const prompt of prompts)
      if (prompt !== '' && text.startsWith(prompt)) this.afterPrompt.add(choice, text.slice(prompt.length));
    this.#addForms(choice, text);
    const rest = withoutReasoning(text);
    if (rest !== undefined) this.pieces.add(choice, pyStrip(rest).text);
    if (parts.length > 1)
      for (const [part, piece] of parts.entries()) this.pieces.add(choice, pyStrip(piece).text, part);
    if (characters >= leastShared) this.#addEnds(choice, text);
  }

  #addForms(item: number, text: string): void {
    this.normal.add(item, pyStrip(text).text.replaceAll('\r\n', '\n').normalize('NFC'));
    // An object or a list without regard to white space and to the order of keys.
    if (/^\s*[{[]/.test(text)) this.json.add(item, canonicalText(text) ?? '');
  }

  #addEnds(item: number, text: string): void {
    this.starts.add(item, text.slice(0, leastShared));
    this.ends.add(item, text.slice(-leastShared));
  }
}

const reasoningOpens = /^\s*<(think|thinking|reasoning)>/;
const reasoningCloses = /<\/(?:think|thinking|reasoning)>/;

/**
 * The text without the reasoning that some models write into it. Its mark may open and never close, so that only the mark goes, or close what
 * the prompt opened. Undefined where there is no mark.
 */
function withoutReasoning(text: string): string | undefined {
  const opened = reasoningOpens.exec(text);
  const from = opened?.[0].length ?? 0;
  const closed = reasoningCloses.exec(text.slice(from));
  if (closed !== null) return text.slice(from + closed.index + closed[0].length);
  return opened === null ? undefined : text.slice(from);
}
