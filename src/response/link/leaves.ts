// Every string in a provider response whose shape nobody knows: what a generation may have come from. Hashes and places in columns, no texts.

import type { JsonCursor } from '../../json/cursor.ts';
import { placeWord } from '../choices/placeWords.ts';
import { WordList } from '../choices/words.ts';
import { TextLanes } from './lanes.ts';

/** Strings looked at in one response, and how deep. */
const mostLeaves = 20_000;
const deepest = 60;

export class LinkLeaves {
  readonly texts = new TextLanes();
  readonly places = new WordList();
  readonly providers: number[] = [];
  /** Numbers of `places`. */
  readonly words: number[] = [];

  /** Of which response among several the next strings are. */
  set salt(salt: number) {
    this.texts.salt = salt;
  }

  get count(): number {
    return this.words.length;
  }

  /** The strings below a cursor that are not empty, in document order. */
  add(body: JsonCursor, provider: number): void {
    const open: { readonly cursor: JsonCursor; readonly depth: number }[] = [{ cursor: body, depth: 0 }];
    const most = this.count + mostLeaves;
    for (let next = open.pop(); next !== undefined && this.count < most; next = open.pop()) {
      const { cursor, depth } = next;
      const text = cursor.text();
      if (text) {
        this.texts.set(this.count, text);
        this.providers.push(provider);
        this.words.push(this.places.number(placeWord(cursor.pointer, provider, -1)));
      }
      if (depth === deepest) continue;
      const below =
        cursor.kind === 'array' ? [...cursor.items()] : Array.from(cursor.entries(), ([, member]) => member);
      for (const inner of below.reverse()) open.push({ cursor: inner, depth: depth + 1 });
    }
  }
}
