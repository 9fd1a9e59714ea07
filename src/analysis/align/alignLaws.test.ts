// What holds of the alignment of any texts with any options.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aligned } from '../../../e2e/fixtures/testAlignment.ts';
import { relatedTexts, sentence } from '../../../e2e/fuzz/lawTexts.ts';
import { type Alignment, type AlignOptions, columnKind, tokenAt } from './alignment.ts';
import { spansOf } from './spans.ts';
import { variantsIn } from './variants.ts';
import { comparedText } from './vocabulary.ts';

const someTexts = fc.oneof(
  relatedTexts,
  fc.array(sentence, { maxLength: 6 }),
  fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 5 }),
);

const someOptions = fc.record({
  granularity: fc.constantFrom('word', 'character', 'sentence', 'line'),
  ignoresCase: fc.boolean(),
  ignoresWhiteSpace: fc.boolean(),
  ignoresPunctuation: fc.boolean(),
}) as fc.Arbitrary<AlignOptions>;

function tokenIn(alignment: Alignment, texts: readonly string[], column: number): string {
  const text = alignment.texts[alignment.textAt[column] ?? -1];
  if (text === undefined) return '';
  const at = tokenAt(text, column);
  return (texts[text.samples[0] ?? -1] ?? '').slice(text.starts[at], text.starts[at + 1]);
}

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

  test('words and line ends that all share are in no divergence, what not all share is in one', () => {
    fc.assert(
      fc.property(someTexts, someOptions, (texts, options) => {
        const alignment = aligned(texts, options);
        const { divergences, divergenceOf, support, kinds, columnCount } = alignment;
        let last = 0;
        divergences.forEach(({ fromColumn, toColumn }, at) => {
          expect(fromColumn).toBeGreaterThanOrEqual(last);
          expect(toColumn).toBeGreaterThan(fromColumn);
          for (let column = fromColumn; column < toColumn; column++) expect(divergenceOf[column]).toBe(at);
          last = toColumn;
        });
        for (let column = 0; column < columnCount; column++) {
          if (kinds[column] === columnKind.ignored) continue;
          const isShared = support[column] === texts.length;
          if (!isShared || (divergenceOf[column] ?? 0) < 0) expect((divergenceOf[column] ?? 0) < 0).toBe(isShared);
          else expect(tokenIn(alignment, texts, column)).toMatch(/^(?:[\p{P}`]|[^\S\n\r\u0085\u2028\u2029]+$)/u);
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
        for (const divergence of alignment.divergences.keys()) {
          const { variants, absent } = variantsIn(alignment, divergence, (sample) => texts[sample] ?? '');
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
