// The start of a prompt, and where it stands, out of what was told of all of them. Pure.

import type { Pointer } from '../json/pointer.ts';
import type { ToldPrompts } from '../response/rows.ts';

export function promptText({ texts, ends }: ToldPrompts, prompt: number): string {
  return texts.slice(ends[prompt - 1] ?? 0, ends[prompt] ?? 0);
}

export function promptPlace({ places, placeEnds }: ToldPrompts, prompt: number): Pointer {
  return places.slice(placeEnds[prompt - 1] ?? 0, placeEnds[prompt] ?? 0) as Pointer;
}
