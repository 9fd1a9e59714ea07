import { expect, test } from 'vitest';
import { align } from '../../../analysis/align/align.ts';
import type { Alignment, AlignOptions } from '../../../analysis/align/alignment.ts';
import { alignmentNotes, shownNotes } from './alignmentNotes.ts';

function aligned(texts: readonly string[], options: Partial<AlignOptions> = {}): Alignment {
  const alignment = align(texts, { granularity: 'word', ...options });
  return alignment;
}

test('nothing is said of an alignment that is as it was asked for', () => {
  expect(alignmentNotes(aligned(['a lamp', 'a light']))).toEqual([]);
  expect(shownNotes({ different: 4, columns: 4, samples: 4, empty: 0, tooLong: 0 })).toEqual([]);
});

test('equal texts are said to be, and whether something is ignored', () => {
  expect(alignmentNotes(aligned(['a lamp', 'a lamp']))).toEqual(['Both texts are the same.']);
  expect(alignmentNotes(aligned(['a lamp', 'a lamp', 'A lamp'], { ignoresCase: true }))).toEqual([
    'These 3 texts are the same but for what is ignored.',
  ]);
});

test('a coarser granularity and parts that were not compared are said', () => {
  const alignment = aligned(['a lamp', 'a light']);
  const coarse: Alignment = { ...alignment, granularityUsed: 'sentence', isApproximate: true };
  expect(alignmentNotes(coarse)).toEqual(['Compared by sentence: the texts have too little in common for words.']);
  const rough: Alignment = { ...alignment, isApproximate: true, uncomparedShare: 0.123 };
  expect(alignmentNotes(rough)[0]).toContain('About 12 % of all words were left uncompared');
});

test('what takes no part is counted', () => {
  expect(shownNotes({ different: 2000, columns: 50, samples: 60, empty: 1, tooLong: 0 })).toEqual([
    '50 of 2,000 different texts are aligned; Distinct shows all.',
    '1 empty output takes no part.',
  ]);
  expect(shownNotes({ different: 3, columns: 3, samples: 3, empty: 0, tooLong: 2 })).toEqual([
    '2 outputs are too long to be aligned.',
    'Fewer than two outputs are left to be aligned.',
  ]);
  expect(shownNotes({ different: 1, columns: 1, samples: 2, empty: 2, tooLong: 0 })).toEqual([
    'All of these outputs are empty.',
  ]);
});
