// The cheap look of every form is cheap on white space too: what repeats itself is where patterns become slow.

import { expect, it } from 'vitest';
import { forms } from './forms.ts';
import { headOf } from './pipeline.ts';

it.each([' ', '\n', ' \n'])('%j again and again', (piece) => {
  const text = piece.repeat(65_000 / piece.length);
  const head = headOf(new TextEncoder().encode(text));
  for (const { id, looksLike } of forms) {
    const start = process.cpuUsage();
    looksLike(head);
    // Tried in every way it is half a minute.
    expect(process.cpuUsage(start).user / 1000, id).toBeLessThan(2000);
  }
});
