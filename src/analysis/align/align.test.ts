// Single texts aligned: what is marked, moved, ignored, shared, and what is said of texts too different.

import { expect, test } from 'vitest';
import { aligned } from '../../../e2e/fixtures/testAlignment.ts';
import { align } from './align.ts';
import type { Alignment, AlignOptions } from './alignment.ts';
import { spansOf } from './spans.ts';
import { variantsIn } from './variants.ts';

function marked(alignment: Alignment, texts: readonly string[], sample: number): string {
  return spansOf(alignment, sample)
    .map(({ from, to, divergence, support, moved }) => {
      const part = (texts[sample] ?? '').slice(from, to);
      if (divergence < 0 || support === 0) return part;
      return `[${part}${moved < 0 ? `|${support}` : '|moved'}]`;
    })
    .join('');
}

function allMarked(texts: readonly string[], options: Partial<AlignOptions> = {}): readonly string[] {
  const alignment = aligned(texts, options);
  return texts.map((_, sample) => marked(alignment, texts, sample));
}

test('words that were replaced, added or left out are marked with their support', () => {
  expect(allMarked(['The cat sat down.', 'The dog sat down.', 'The cat sat quickly down.'])).toEqual([
    'The [cat|2] sat down.',
    'The [dog|1] sat down.',
    'The [cat|2] sat [quickly|1] down.',
  ]);
});

test('four samples fall apart where they differ, not where they stand beside a baseline', () => {
  const texts = [
    'Light that keeps your hours. Fernlight follows the daylight.',
    'Light that moves with your day. Fernlight follows the daylight.',
    'Light that keeps your hours. Fernlight reads the daylight.',
    'Daylight, right on your desk. Fernlight reads the daylight.',
  ];
  expect(allMarked(texts)).toEqual([
    '[Light that keeps|2] your [hours|2]. Fernlight [follows|2] the daylight.',
    '[Light that moves with|1] your [day|1]. Fernlight [follows|2] the daylight.',
    '[Light that keeps|2] your [hours|2]. Fernlight [reads|2] the daylight.',
    '[Daylight, right on|1] your [desk|1]. Fernlight [reads|2] the daylight.',
  ]);
  const alignment = aligned(texts);
  const said = alignment.divergences.map((_, divergence) => {
    const { variants, absent } = variantsIn(alignment, divergence, (sample) => texts[sample] ?? '');
    return [...variants.map(({ text, samples }) => `${text} ${samples}`), `absent ${absent}`];
  });
  expect(said).toEqual([
    ['Light that keeps 0,2', 'Light that moves with 1', 'Daylight, right on 3', 'absent '],
    ['hours 0,2', 'day 1', 'desk 3', 'absent '],
    ['follows 0,1', 'reads 2,3', 'absent '],
  ]);
});

test('differences that only white space or punctuation parts are one', () => {
  expect(allMarked(['A red, big lamp.', 'A blue, small lamp.'])).toEqual([
    'A [red, big|1] lamp.',
    'A [blue, small|1] lamp.',
  ]);
  expect(allMarked(['a red one', 'a red one today', 'a blue one'])).toEqual([
    'a [red|2] one',
    'a [red|2] one [today|1]',
    'a [blue|1] one',
  ]);
  expect(allMarked(['quiet.', 'quiet.', 'quiet today.', 'calm.'])).toEqual([
    '[quiet|2].',
    '[quiet|2].',
    '[quiet today|1].',
    '[calm|1].',
  ]);
  // A line is read by itself.
  expect(aligned(['- red\n- big', '- blue\n- small']).divergences.length).toBe(2);
});

test('differences through which the samples went too many ways stay apart', () => {
  const texts = ['one', 'two', 'six'].flatMap((first) => ['red', 'tan'].map((second) => `x ${first}, ${second} z`));
  const alignment = aligned(texts);
  expect(alignment.wayCounts).toEqual([
    [2, 2, 2],
    [3, 3],
  ]);
  expect(aligned(texts.slice(0, 3)).wayCounts).toEqual([[1, 1, 1]]);
});

test('of places where a text has nothing, with no words between, the later ones repeat the first', () => {
  const alignment = aligned(['a b', 'a one six b', 'a two red b', 'a one tan b', 'a ten sky b', 'a two blue b']);
  const empty = spansOf(alignment, 0).filter(({ support }) => support === 0);
  expect(empty.map(({ isRepeated }) => isRepeated)).toEqual(empty.map((_, at) => at > 0));
});

test('what the options ignore is no difference', () => {
  const texts = ['The cat,  sat\n\ndown.', 'the cat sat down'];
  expect(allMarked(texts, { ignoresCase: true, ignoresWhiteSpace: true, ignoresPunctuation: true })).toEqual(texts);
  expect(allMarked(texts, { ignoresCase: true, ignoresPunctuation: true })[1]).toBe('the cat[ |1]sat[ |1]down');
  expect(aligned(texts, { ignoresCase: true, ignoresPunctuation: true }).divergences.length).toBe(2);
  expect(aligned(['a\n\nb', 'a b']).divergences.length).toBe(1);
  expect(
    aligned(['One line.\n two', 'one  line\ntwo'], {
      granularity: 'line',
      ignoresCase: true,
      ignoresWhiteSpace: true,
      ignoresPunctuation: true,
    }).divergences,
  ).toEqual([]);
});

test('a passage that stands elsewhere is moved, not gone and new', () => {
  const passage = 'Every lamp arrives with a spare shade';
  const rest = [
    'It costs nothing to try our new desk light at home',
    'returns are free within sixty days of your order',
  ];
  const texts = [`${passage}. ${rest.join('. ')}.`, `${rest.join('. ')}. ${passage}.`];
  const alignment = aligned(texts);
  expect(alignment.moved.length).toBe(1);
  expect(alignment.moved[0]?.places.length).toBe(2);
  expect(allMarked(texts)[0]).toContain(`[${passage}`);
  expect(allMarked(texts)[0]).toContain('|moved]');
  expect(allMarked(texts)[1]).toContain('|moved]');
});

test('a passage that a sample has twice was not moved', () => {
  const passage = 'Every lamp arrives with a spare shade';
  const rest = 'It costs nothing to try our new desk light at home';
  expect(aligned([`${passage}. ${rest}.`, `${passage}. ${rest}. ${passage}.`]).moved).toEqual([]);
});

test('common words between unrelated passages are not said to be shared', () => {
  const passage = (name: string, every: number): string =>
    Array.from({ length: 60 }, (_, at) => (at % every === 2 ? 'the' : `${name}${at}`)).join(' ');
  const texts = [passage('ship', 5), passage('plum', 7)];
  expect(aligned(texts).divergences.length).toBe(1);
  const opening = 'The same words open both of these texts, and';
  expect(aligned(texts.map((text) => `${opening} ${text}`)).divergences.length).toBe(1);
});

test('characters, sentences and lines are aligned as such', () => {
  expect(allMarked(['colour', 'color'], { granularity: 'character' })).toEqual(['colo[u|1]r', 'color']);
  expect(allMarked(['Yes. It is so. Really.', 'Yes. It was so. Really.'], { granularity: 'sentence' })).toEqual([
    'Yes. [It is so.|1] Really.',
    'Yes. [It was so.|1] Really.',
  ]);
  expect(allMarked(['a\nb\nc', 'a\nx y\nc'], { granularity: 'line' })).toEqual(['a\n[b|1]\nc', 'a\n[x y|1]\nc']);
});

test('characters are compared within words that differ only, never across words that all share', () => {
  const texts = ['The colour of the old tower', 'The color of the old tower', 'The colour of the grim tower'];
  expect(allMarked(texts, { granularity: 'character' })).toEqual([
    'The colo[u|2]r of the [old|2] tower',
    'The color of the [old|2] tower',
    'The colo[u|2]r of the [grim|1] tower',
  ]);
  // As words, "a" of the one and "a" of the other have nothing to do with each other.
  expect(allMarked(['a b c', 'x b a'], { granularity: 'character' })).toEqual(['[a|1] b [c|1]', '[x|1] b [a|1]']);
});

test('places count a divergence by its longest variant', () => {
  expect(aligned(['a b c', 'a x y c']).places).toEqual({ agreed: 2, all: 4 });
  expect(aligned([]).places).toEqual({ agreed: 0, all: 0 });
});

test('texts too different for the work that is allowed are compared by sentences, and say so', () => {
  const text = (name: string): string => Array.from({ length: 2600 }, (_, at) => `${name}${at % 900}`).join(' ');
  const opening = 'Both begin with this. ';
  const texts = [`${opening}${text('A')}`, `${opening}${text('B')}`];
  const alignment = aligned(texts);
  expect(alignment).toMatchObject({ granularityAsked: 'word', granularityUsed: 'sentence', isApproximate: true });
  expect(marked(alignment, texts, 0).startsWith(`${opening}[A0`)).toBe(true);
});

test('without texts, with empty and with one there is nothing to tell apart', () => {
  expect(aligned([]).columnCount).toBe(0);
  expect(aligned(['']).divergences).toEqual([]);
  expect(aligned(['', '']).divergences).toEqual([]);
  expect(allMarked(['', 'all new'])).toEqual(['', '[all new|1]']);
});

test('the work says how far it is', () => {
  const texts = Array.from({ length: 20 }, (_, at) => `one two ${at} three four ${at * 7} five`);
  const progress: number[] = [];
  align(texts, { granularity: 'word' }, { onProgress: (done) => progress.push(done) });
  expect(progress.length).toBeGreaterThan(20);
  expect(progress.every((done, at) => done >= (progress[at - 1] ?? 0) && done <= 1)).toBe(true);
});
