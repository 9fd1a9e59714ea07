// Which of the compared texts can be read as one. Pure.

import { type Compared, saysSomething } from '../compared.ts';

/** Places of the texts that say something and are here as a whole, in document order, so that they are the same whichever is first. */
export function readable({ rows, texts, totalLengths }: Compared): {
  readonly places: readonly number[];
  readonly silentCount: number;
  readonly cutCount: number;
} {
  const saying = [...texts.keys()].filter((place) => saysSomething(texts[place] ?? ''));
  const whole = saying.filter((place) => (totalLengths[place] ?? 0) === texts[place]?.length);
  return {
    places: whole.sort((one, other) => rows.position(one) - rows.position(other)),
    silentCount: texts.length - saying.length,
    cutCount: saying.length - whole.length,
  };
}
