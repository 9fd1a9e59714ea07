// How a value of a field is drawn in a cell: missing, null, empty and any other value each have a sign of their own. Pure.

import type { Field, FieldVariant } from '../../../analysis/fields/fields.ts';
import { pointerKeys } from '../../../json/pointer.ts';
import { formatCount } from '../../../words/numbers.ts';

export interface FieldSign {
  /** What stands in the cell; `…` in place of members, which have rows of their own. */
  readonly text: string;
  /** Words for assistive technology where the text alone does not say it. */
  readonly words: string;
  readonly kind: 'value' | 'missing' | 'null' | 'empty' | 'members';
}

/** The sign of a variant; `lexeme` is how one of its samples writes it. */
export function signOf({ kind, lexeme: own, memberCount }: FieldVariant, lexeme = own): FieldSign {
  switch (kind) {
    case 'missing':
      return { text: 'missing', words: 'missing', kind: 'missing' };
    case 'null':
      return { text: 'null', words: 'null', kind: 'null' };
    case 'array':
      if (memberCount === 0) return { text: '[ ]', words: 'empty array', kind: 'empty' };
      return { text: `[${formatCount(memberCount)}]`, words: `array of ${formatCount(memberCount)}`, kind: 'members' };
    case 'object':
      if (memberCount === 0) return { text: '{ }', words: 'empty object', kind: 'empty' };
      return { text: '{…}', words: 'object', kind: 'members' };
    case 'string':
      if (lexeme === '""') return { text: '""', words: 'empty string', kind: 'empty' };
      return { text: lexeme, words: lexeme, kind: 'value' };
    default:
      return { text: lexeme, words: lexeme, kind: 'value' };
  }
}

/** How usual a variant is: that of most samples, of some, of one alone. */
export function standingOf({ variants }: Field, variant: number): 'majority' | 'minority' | 'single' {
  if (variant === 0) return 'majority';
  return variants[variant]?.samples.length === 1 ? 'single' : 'minority';
}

/** `{2}`, `[0–3]`: how many members containers have here; empty for fields that have none. */
export function memberWords({ memberCounts }: Field): string {
  if (memberCounts === undefined) return '';
  const { least, most, isArray } = memberCounts;
  const count = least === most ? formatCount(least) : `${formatCount(least)}–${formatCount(most)}`;
  return isArray ? `[${count}]` : `{${count}}`;
}

/** What a variant is beside the majority, where the kinds differ: `a string, not a number`. */
export function kindWords(variant: FieldVariant, majority: FieldVariant): string | undefined {
  if (variant.kind === majority.kind || variant.kind === 'missing' || majority.kind === 'missing') return undefined;
  if (variant.kind === 'null' || majority.kind === 'null') return undefined;
  return `${withArticle(variant.kind)}, not ${withArticle(majority.kind)}`;
}

function withArticle(kind: FieldVariant['kind']): string {
  return kind === 'array' || kind === 'object' ? `an ${kind}` : `a ${kind}`;
}

/** The fields that a table shows: all, or those that disagree with the containers above them. */
export function shownFields(fields: readonly Field[], parsedCount: number, isDisagreeing: boolean): readonly Field[] {
  if (!isDisagreeing) return fields;
  const shown: Field[] = [];
  // From the last to the first: what is less deep than the one shown before holds it.
  let depth = 0;
  for (const field of [...fields].reverse()) {
    if (field.agreement === parsedCount && field.depth >= depth) continue;
    shown.push(field);
    depth = field.depth;
  }
  return shown.reverse();
}

/** The path of a field as people write it: `price.amount`, `features[0]`, `get_weather.city`, of the second such call `get_weather 2.city`. */
export function pathWords({ pointer }: Pick<Field, 'pointer'>, isOfCalls = false): string {
  const keys = pointerKeys(pointer);
  if (keys.length === 0) return 'whole text';
  return keys
    .map((key, at) =>
      isOfCalls && at === 0
        ? key
        : /^\d+$/.test(key) && at > 0
          ? `[${key}]`
          : /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key)
            ? `${at > 0 ? '.' : ''}${key}`
            : `[${JSON.stringify(key)}]`,
    )
    .join('');
}
