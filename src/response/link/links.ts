// A link as an object with its sentence, made of the columns for whoever looks at it.

import type { Pointer } from '../../json/pointer.ts';
import type { Link, LinkWord } from '../model.ts';
import { evidenceOf } from './evidence.ts';
import { grounds, isSharedLink, linkWords } from './linkColumns.ts';
import { LinkPlaces } from './linkPlaces.ts';

export class Links extends LinkPlaces {
  get length(): number {
    return this.columns.words.length;
  }

  word(position: number): LinkWord {
    return linkWords[this.columns.words[position] ?? 0] ?? 'none';
  }

  /** Number of the choice; −1 where there is none, or the text was found in a response of unknown shape. */
  choice(position: number): number {
    return this.columns.grounds[position] === grounds.leaf ? -1 : (this.columns.choices[position] ?? -1);
  }

  /** Where the choice of a generation is. */
  place(position: number): Pointer | undefined {
    const { columns, world } = this;
    if (!(position >= 0 && position < this.length) || this.word(position) === 'none') return undefined;
    const number = columns.choices[position] ?? -1;
    return columns.grounds[position] === grounds.leaf ? this.leafPlace(number) : world.choices.choicePointer(number);
  }

  isShared(position: number): boolean {
    return isSharedLink(this.columns, position);
  }

  /** The link of the generation at a place in `data`; undefined where there is none to be linked. */
  at(position: number): Link | undefined {
    const { columns, world } = this;
    if (!(position >= 0 && position < this.length)) return undefined;
    const word = this.word(position);
    const evidence = evidenceOf(this, position);
    if (word === 'none') return { word, evidence };
    const number = columns.choices[position] ?? -1;
    if (columns.grounds[position] === grounds.leaf) {
      const place = this.leafPlace(number);
      return { word, choice: place, text: place, evidence };
    }
    const [text] = this.textPlaces(position).first;
    const difference = columns.differences[position] ?? 0;
    return {
      word,
      choice: world.choices.choicePointer(number),
      ...(text !== undefined && { text }),
      ...(word === 'conflict' && { otherChoice: world.choices.choicePointer(columns.opinions[position] ?? -1) }),
      ...(difference !== 0 && {
        difference: { characters: Math.abs(difference), end: difference < 0 ? 'start' : 'end' } as const,
      }),
      ...(this.isShared(position) && { isShared: true }),
      evidence,
    };
  }
}
