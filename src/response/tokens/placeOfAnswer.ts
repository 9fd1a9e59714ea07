// Where the answer of a generation stands in the text of its linked choice, so that places in the one are places in the other. Exact or absent:
// nothing is guessed. Pure.

import { pyStrip } from '../pythonStrip.ts';

/** Code units `[from, to)` of the answer are those of the choice's text from `inChoice` on. */
export interface PlaceOfAnswer {
  readonly from: number;
  readonly to: number;
  readonly inChoice: number;
}

/** `differs`: one does not stand in the other; `twice`: it does at both ends, and nothing tells which is meant. */
export type NoPlace = 'differs' | 'twice';

/** The answer, the raw output that it is stripped from where there is one, and the text of the choice. */
export function placeOfAnswer(answer: string, raw: string | undefined, choice: string): PlaceOfAnswer | NoPlace {
  const whole = { from: 0, to: answer.length };
  if (answer === choice) return { ...whole, inChoice: 0 };
  const stripped = pyStrip(choice);
  if (stripped.text === answer) return { ...whole, inChoice: stripped.leading };
  const inside = partOf(answer, choice);
  if (typeof inside === 'number') return { ...whole, inChoice: inside };
  const before = partOf(choice, answer);
  if (typeof before === 'number') return { from: before, to: before + choice.length, inChoice: 0 };
  if (raw !== undefined && raw !== answer) {
    const strippedRaw = pyStrip(raw);
    const found = strippedRaw.text === answer ? partOf(raw, choice) : undefined;
    if (typeof found === 'number') return { ...whole, inChoice: found + strippedRaw.leading };
  }
  return inside === 'twice' || before === 'twice' ? 'twice' : 'differs';
}

/** Where a text stands at one end of a longer one. */
function partOf(part: string, whole: string): number | NoPlace {
  if (part === '' || part.length > whole.length) return 'differs';
  const [isStart, isEnd] = [whole.startsWith(part), whole.endsWith(part)];
  if (isStart && isEnd && part.length < whole.length) return 'twice';
  if (isStart) return 0;
  return isEnd ? whole.length - part.length : 'differs';
}
