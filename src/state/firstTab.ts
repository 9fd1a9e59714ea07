// Which tab of Compare comes first, from what the rows say of the answers, until a person chooses another for that kind of answer. Pure.

import { hasNoAnswer } from '../analysis/equalAnswers.ts';
import type { GenerationRow } from '../response/rows.ts';
import type { CompareTab } from './view.ts';

/** JSON, tool calls, one short label each, two answers in words, three and more of them. */
export const answerKinds = ['json', 'calls', 'labels', 'pair', 'prose'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** A label has so many words and Unicode code points at most, on one line. */
const mostWords = 4;
const mostCharacters = 40;

/**
 * The kind of the answers that are compared. Empty ones and those that give none do not count. An answer that begins as JSON and is none, mostly
 * because it was cut, is among JSON answers where more of them are JSON to the end than not.
 */
export function answerKind(rows: readonly GenerationRow[]): AnswerKind {
  const said = rows.filter((row) => !isSilent(row));
  const called = said.filter(({ toolCallCount }) => toolCallCount > 0);
  const rest = said.filter(({ toolCallCount }) => toolCallCount === 0);
  if (called.length > 0 && rest.length === 0) return 'calls';
  const parsed = rest.filter(({ json }) => json === 'parses').length;
  if (parsed > 0 && 2 * parsed > rest.length && rest.every(({ json }) => json !== undefined)) return 'json';
  if (said.length > 0 && said.every(isLabel)) return 'labels';
  return said.length < 3 ? 'pair' : 'prose';
}

/** The tab that shows most of such answers at once. */
export function firstTab(kind: AnswerKind): CompareTab {
  switch (kind) {
    case 'json':
    case 'calls':
      return 'fields';
    case 'labels':
      return 'distinct';
    case 'pair':
      return 'aligned';
    case 'prose':
      return 'consensus';
  }
}

function isSilent(row: GenerationRow): boolean {
  return row.toolCallCount === 0 && (hasNoAnswer(row) || row.preview.trim() === '');
}

function isLabel(row: GenerationRow): boolean {
  const { outputKind, preview, characters = 0, words = 0 } = row;
  if (outputKind !== 'text' || row.toolCallCount > 0 || row.json !== undefined || !row.isPreviewWhole) return false;
  return characters <= mostCharacters && words <= mostWords && !/[\r\n]/.test(preview.trim());
}
