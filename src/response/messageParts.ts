// A message of an issue cut into words and code: what stands between grave accents, and the names of places. Pure.

import type { Pointer } from '../json/pointer.ts';
import { shortName } from '../words/shortName.ts';
import { placesIn } from './placeName.ts';

export interface MessagePart {
  readonly text: string;
  /** Written as in the document: to be set in the type of data. */
  readonly isCode: boolean;
}

/** Code units of a message that are shown: keys and ids stand in it, and can be megabytes. */
export const longestMessage = 2000;

const betweenAccents = /`([^`]+)`/g;

/**
 * The parts of a message in their order, without the accents; one accent alone stays. Any text is taken; of a very long one the start. `nameOf`: what a place
 * is called by people, where it has such a name.
 */
export function messageParts(whole: string, nameOf?: (place: Pointer) => string | undefined): readonly MessagePart[] {
  const message = shortName(whole, longestMessage);
  const parts: MessagePart[] = [];
  const addWords = (words: string): void => {
    for (const { text, pointer } of placesIn(words)) {
      const name = pointer === undefined ? undefined : nameOf?.(pointer);
      parts.push({ text: name ?? text, isCode: pointer !== undefined && name === undefined });
    }
  };
  let end = 0;
  for (const { 0: accented, 1: code = '', index } of message.matchAll(betweenAccents)) {
    addWords(message.slice(end, index));
    parts.push({ text: code, isCode: true });
    end = index + accented.length;
  }
  addWords(message.slice(end));
  return parts;
}

/** The message in plain text, for a tooltip. */
export function plainMessage(message: string): string {
  return messageParts(message)
    .map(({ text }) => text)
    .join('');
}
