// HL020 to HL024: the texts of one generation, except HL022, which needs to know the linked choice (`emptyChecks.ts`).

import { childPointer } from '../../json/pointer.ts';
import { formatCount, plural } from '../../words/numbers.ts';
import { placeName } from '../placeName.ts';
import { pyStrip, strippedWords } from '../pythonStrip.ts';
import type { Check, Finding, GenerationSubject } from './check.ts';

export const textChecks: readonly Check<GenerationSubject>[] = [
  {
    id: 'HL020',
    severity: 'warning',
    find({ generation }) {
      const { pointer, outputScan, rawScan } = generation;
      if (outputScan === undefined || rawScan === undefined || outputScan.isStripped(rawScan)) return [];
      const at = firstDifference(generation.output ?? '', pyStrip(generation.rawOutput ?? '').text);
      return [
        {
          message: `\`output\` is not \`raw_output\` with outer white space removed (first difference at character ${formatCount(at)}).`,
          pointer: childPointer(pointer, 'output'),
          related: [childPointer(pointer, 'raw_output')],
        },
      ];
    },
  },
  {
    id: 'HL021',
    severity: 'info',
    find({ generation: { pointer, outputScan, rawScan } }) {
      if (outputScan === undefined || rawScan === undefined) return [];
      const { leading, trailing } = rawScan;
      if (leading + trailing === 0 || !outputScan.isStripped(rawScan)) return [];
      return [
        {
          message: `${strippedWords({ leading, trailing })}.`,
          pointer: childPointer(pointer, 'raw_output'),
          related: [childPointer(pointer, 'output')],
        },
      ];
    },
  },
  {
    id: 'HL023',
    severity: 'info',
    find({ generation: { pointer, outputScan, rawScan } }) {
      // An output that lost more than white space is what HL020 is about.
      if (outputScan?.units !== 0 || rawScan === undefined || rawScan.units === 0) return [];
      if (rawScan.strippedFrom < rawScan.strippedTo) return [];
      return [{ message: 'Only white space was generated.', pointer: childPointer(pointer, 'raw_output') }];
    },
  },
  {
    id: 'HL024',
    severity: 'warning',
    find({ generation }) {
      const { pointer, outputScan, rawScan } = generation;
      if (outputScan?.isBroken) return brokenFindings(generation.output, childPointer(pointer, 'output'));
      return rawScan?.isBroken ? brokenFindings(generation.rawOutput, childPointer(pointer, 'raw_output')) : [];
    },
  },
];

// U+FFFD, or half of a surrogate pair without the other.
const brokenCharacters = /\ufffd|\p{Surrogate}/gu;

/** One finding for a text with broken characters: its first one, counted from 1 in code points. */
export function brokenFindings(text = '', pointer: Finding['pointer']): readonly Finding[] {
  const unit = text.search(brokenCharacters);
  const count = text.match(brokenCharacters)?.length ?? 0;
  const code = text.charCodeAt(unit).toString(16).toUpperCase();
  return [
    {
      message: `Broken character at ${formatCount(codePointLength(text, unit) + 1)}: a multi-byte character was cut or badly decoded.`,
      pointer,
      detail: `U+${code} in ${placeName(pointer)}, ${plural(count, 'broken character')} in all; characters are counted from 1.`,
    },
  ];
}

/** Code points in the first `units` code units. */
function codePointLength(text: string, units: number): number {
  let count = 0;
  for (let at = 0; at < units; count++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return count;
}

/** The place of the first character in which the texts differ, in code points from 1; one after the shorter if none. */
function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  // Within a pair the difference is the whole character.
  const isInPair = at > 0 && isHighSurrogate(a.charCodeAt(at - 1)) && (isLow(a, at) || isLow(b, at));
  return codePointLength(a, isInPair ? at - 1 : at) + 1;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
