// The matrix of fields and samples as rows of texts, to be taken away. Pure.

import { generationName } from '../../../analysis/equalAnswers.ts';
import { type Field, type FieldFigure, type FieldTable, lexemeOf } from '../../../analysis/fields/fields.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { formatCount, formatDigits } from '../../../words/numbers.ts';
import { pathWords, signOf } from './fieldSigns.ts';

export interface FieldRows {
  readonly head: readonly string[];
  readonly rows: () => Generator<readonly string[]>;
}

/** Values as they are written; what a sample has no value for stands there in a word, as on screen. */
export function fieldRows(
  table: FieldTable,
  fields: readonly Field[],
  samples: SampleList,
  isOfCalls: boolean,
): FieldRows {
  const hasFigures = table.fields.some(({ figures }) => figures !== undefined);
  const failing = new Set(table.errors.map(({ sample }) => sample));
  const places = Array.from({ length: samples.length }, (_, at) => at);
  const cell = (field: Field, sample: number): string => {
    if (failing.has(sample)) return 'does not parse';
    const variant = field.variants[field.variantOf[sample] ?? -1];
    return variant === undefined ? 'no JSON' : signOf(variant, lexemeOf(field, sample)).text;
  };
  return {
    head: [
      'Field',
      'Agreement',
      ...places.map((sample) => generationName(samples.at(sample)?.label ?? '')),
      ...(hasFigures ? ['Min', 'Median', 'Max'] : []),
    ],
    *rows() {
      for (const field of fields) {
        const { min, median, max } = field.figures ?? {};
        yield [
          pathWords(field, isOfCalls),
          `${formatCount(field.agreement)} of ${formatCount(table.parsed.length)}`,
          ...places.map((sample) => cell(field, sample)),
          ...(hasFigures ? [min, median, max].map(figureText) : []),
        ];
      }
    },
  };
}

function figureText(figure: FieldFigure | undefined): string {
  return figure === undefined ? '' : (figure.lexeme ?? formatDigits(figure.value, 15));
}
