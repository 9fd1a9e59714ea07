import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from './align.ts';
import { type Alignment, type AlignOptions, columnKind, countPlaces, tokenAt } from './alignment.ts';
import { spansOf } from './spans.ts';
import { variantsIn } from './variants.ts';
import { comparedText } from './vocabulary.ts';

function aligned(texts: readonly string[], options: Partial<AlignOptions> = {}): Alignment {
  const alignment = align(texts, { granularity: 'word', ...options });
  return alignment;
}

/** A sample's text with what differs in brackets, and its support. */
function marked(alignment: Alignment, texts: readonly string[], sample: number): string {
  return spansOf(alignment, sample)
    .map(({ from, to, divergence, support, isBlank, moved }) => {
      const part = (texts[sample] ?? '').slice(from, to);
      if (divergence < 0 || isBlank) return part;
      return `[${part}${moved < 0 ? `|${support}` : '|moved'}]`;
    })
    .join('');
}

function allMarked(texts: readonly string[], options: Partial<AlignOptions> = {}): readonly string[] {
  const alignment = aligned(texts, options);
  return texts.map((_, sample) => marked(alignment, texts, sample));
}

const word = fc.constantFrom(
  ...[
    'the',
    'cat',
    'sat',
    'on',
    'a',
    'mat',
    'Mat',
    'rare',
    'lamp',
    ',',
    '.',
    ' ',
    ' ',
    '\n',
    '  ',
    '漢字',
    '我们今天',
    'e\u0301',
  ],
  ...['👩‍👩‍👧', '🇳🇴', 'עברית', "don't", '3.14', '\ud83d', '-'],
);
const sentence = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
const related = fc
  .tuple(sentence, fc.array(fc.tuple(fc.nat(200), fc.nat(6), fc.string({ maxLength: 6 })), { maxLength: 8 }))
  .chain(([base, edits]) => {
    const texts = edits.map(([at, length, put]) => base.slice(0, at) + put + base.slice(at + length));
    return fc.constant([base, ...texts]);
  });
const someTexts = fc.oneof(
  related,
  fc.array(sentence, { maxLength: 6 }),
  fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 5 }),
);
const someOptions = fc.record({
  granularity: fc.constantFrom('word', 'character', 'sentence', 'line'),
  ignoresCase: fc.boolean(),
  ignoresWhiteSpace: fc.boolean(),
  ignoresPunctuation: fc.boolean(),
}) as fc.Arbitrary<AlignOptions>;

describe('of any texts with any options', () => {
  test('each row is its text, byte for byte, and so are its spans', () => {
    fc.assert(
      fc.property(someTexts, someOptions, (texts, options) => {
        const alignment = aligned(texts, options);
        expect(alignment.sampleCount).toBe(texts.length);
        texts.forEach((text, sample) => {
          const row = alignment.texts[alignment.textOf[sample] ?? -1];
          const starts = [...(row?.starts ?? [])];
          expect(
            starts
              .slice(1)
              .map((end, at) => text.slice(starts[at], end))
              .join(''),
          ).toBe(text);
          expect(row?.columnOf.length).toBe(starts.length - 1);
          expect(
            spansOf(alignment, sample)
              .map(({ from, to }) => text.slice(from, to))
              .join(''),
          ).toBe(text);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('columns rise in each row, hold equal tokens only, and count their samples', () => {
    fc.assert(
      fc.property(someTexts, someOptions, (texts, options) => {
        const alignment = aligned(texts, options);
        const support = new Uint32Array(alignment.columnCount);
        const held: (string | undefined)[] = [];
        texts.forEach((text, sample) => {
          const row = alignment.texts[alignment.textOf[sample] ?? -1];
          row?.columnOf.forEach((column, at) => {
            if (at > 0 && column <= (row.columnOf[at - 1] ?? 0)) expect.fail('A row goes back.');
            support[column] = (support[column] ?? 0) + 1;
            if (alignment.kinds[column] === columnKind.ignored) return;
            const token = comparedText(text.slice(row.starts[at], row.starts[at + 1]), options);
            if (token !== (held[column] ?? token)) expect.fail(`${token} stands with ${held[column]}.`);
            held[column] = token;
            if (tokenAt(row, column) !== at) expect.fail('The token is not found again.');
          });
        });
        expect(support).toEqual(alignment.support);
      }),
      { numRuns: 200 },
    );
  });

  test('what all share and what is ignored is in no divergence, everything else is in one', () => {
    fc.assert(
      fc.property(someTexts, someOptions, (texts, options) => {
        const { divergences, divergenceOf, support, kinds, columnCount } = aligned(texts, options);
        let last = 0;
        divergences.forEach(({ fromColumn, toColumn }, at) => {
          expect(fromColumn).toBeGreaterThanOrEqual(last);
          expect(toColumn).toBeGreaterThan(fromColumn);
          for (let column = fromColumn; column < toColumn; column++) expect(divergenceOf[column]).toBe(at);
          last = toColumn;
        });
        for (let column = 0; column < columnCount; column++) {
          if (kinds[column] === columnKind.ignored) continue;
          expect((divergenceOf[column] ?? 0) < 0).toBe(support[column] === texts.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the order of the texts does not change which tokens stand together', () => {
    fc.assert(
      fc.property(someTexts, someOptions, fc.nat(), (texts, options, turn) => {
        const shift = texts.length === 0 ? 0 : turn % texts.length;
        const turned = [...texts.slice(shift), ...texts.slice(0, shift)].reverse();
        const one = aligned(texts, options);
        const other = aligned(turned, options);
        expect(other.texts.map(({ columnOf }) => columnOf)).toEqual(one.texts.map(({ columnOf }) => columnOf));
        expect(other.support).toEqual(one.support);
      }),
      { numRuns: 150 },
    );
  });

  test('identical texts align wholly', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 1, max: 5 }), someOptions, (text, count, options) => {
        const alignment = aligned(new Array<string>(count).fill(text), options);
        expect(alignment.divergences).toEqual([]);
        expect(alignment.isApproximate).toBe(false);
        expect(alignment.support.every((support) => support === count)).toBe(true);
      }),
    );
  });

  test('the variants of a divergence are all samples, each once', () => {
    fc.assert(
      fc.property(someTexts, someOptions, (texts, options) => {
        const alignment = aligned(texts, options);
        for (const range of alignment.divergences) {
          const { variants, absent } = variantsIn(alignment, range, (sample) => texts[sample] ?? '');
          const samples = [...variants.flatMap((variant) => variant.samples), ...absent];
          expect(samples.sort((one, other) => one - other)).toEqual(texts.map((_, sample) => sample));
          for (const { text, from, to, samples: own } of variants) {
            expect(text).not.toBe('');
            expect(own.some((sample) => texts[sample]?.slice(from, to) === text)).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

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
    '[Light that|3] [keeps|2] your [hours|2]. Fernlight [follows|2] the daylight.',
    '[Light that|3] [moves with|1] your [day|1]. Fernlight [follows|2] the daylight.',
    '[Light that|3] [keeps|2] your [hours|2]. Fernlight [reads|2] the daylight.',
    '[Daylight, right on|1] your [desk|1]. Fernlight [reads|2] the daylight.',
  ]);
  const alignment = aligned(texts);
  const said = alignment.divergences.map((range) => {
    const { variants, absent } = variantsIn(alignment, range, (sample) => texts[sample] ?? '');
    return [...variants.map(({ text, samples }) => `${text} ${samples}`), `absent ${absent}`];
  });
  expect(said).toEqual([
    ['Light that 0,1,2', 'Daylight, right on 3', 'absent '],
    ['keeps 0,2', 'moves with 1', 'absent 3'],
    ['hours 0,2', 'day 1', 'desk 3', 'absent '],
    ['follows 0,1', 'reads 2,3', 'absent '],
  ]);
});

test('what the options ignore is no difference', () => {
  const texts = ['The cat,  sat\n\ndown.', 'the cat sat down'];
  expect(allMarked(texts, { ignoresCase: true, ignoresWhiteSpace: true, ignoresPunctuation: true })).toEqual(texts);
  expect(allMarked(texts, { ignoresCase: true, ignoresPunctuation: true })[1]).toBe('the cat sat down');
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

test('places count a divergence by its longest variant', () => {
  expect(countPlaces(aligned(['a b c', 'a x y c']))).toEqual({ agreed: 2, all: 4 });
  expect(countPlaces(aligned([]))).toEqual({ agreed: 0, all: 0 });
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
