// What of a sample counts as its answer: the ways that a person can choose, as they stand in the address, and in words. Pure.

import { type Pointer, parsePointer, pointerFromKeys } from '../../json/pointer.ts';
import { longestPattern } from '../capture.ts';

export type AnswerRule =
  | { readonly kind: 'whole' | 'lastLine' | 'boxed' | 'label' }
  | { readonly kind: 'field'; readonly pointer: Pointer }
  | { readonly kind: 'pattern'; readonly source: string };

export const answerKinds = ['whole', 'lastLine', 'boxed', 'field', 'label', 'pattern'] as const;
export type AnswerKind = (typeof answerKinds)[number] & AnswerRule['kind'];

/** `lastLine`, `field:/answer`, `pattern:answer: (.+)`. */
export function ruleText(rule: AnswerRule): string {
  if (rule.kind === 'field') return `field:${rule.pointer}`;
  return rule.kind === 'pattern' ? `pattern:${rule.source}` : rule.kind;
}

/** The way that a text stands for; undefined where it stands for none. */
export function parseRule(text: string): AnswerRule | undefined {
  const [, kind = '', argument] = /^(\w+)(?::(.*))?$/s.exec(text) ?? [];
  switch (kind) {
    case 'whole':
    case 'lastLine':
    case 'boxed':
    case 'label':
      return argument === undefined ? { kind } : undefined;
    case 'field': {
      const pointer = parsePointer(argument ?? '');
      return pointer === undefined ? undefined : { kind, pointer };
    }
    case 'pattern':
      return argument && argument.length <= longestPattern ? { kind, source: argument } : undefined;
    default:
      return undefined;
  }
}

/** A place in a JSON answer as a person types it: a pointer (`/result/0`, RFC 6901), or keys with points between (`result.0`, `result[0]`). */
export function fieldPointer(typed: string): Pointer | undefined {
  const text = typed.trim();
  if (text === '' || text.startsWith('/')) return parsePointer(text);
  const keys = text.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  return keys.includes('') ? undefined : pointerFromKeys(keys);
}

/** What is taken, as part of a sentence: `the last line`. */
export function ruleWords(rule: AnswerRule): string {
  switch (rule.kind) {
    case 'whole':
      return 'the whole text';
    case 'lastLine':
      return 'the last line';
    case 'boxed':
      return 'the last `\\boxed{}`';
    case 'label':
      return 'the text as a label';
    case 'field':
      return rule.pointer === '' ? 'the JSON value' : `the JSON field \`${rule.pointer}\``;
    case 'pattern':
      return `what \`${rule.source}\` finds`;
  }
}
